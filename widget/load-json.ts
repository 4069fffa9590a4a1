/** How long an answer may take, in milliseconds. */
const TIMEOUT = 8000

/** Until when our server wants nothing sent by itself (Retry-After), on the page's own clock. */
export let later = 0

/**
 * Status and JSON of an answer; undefined where none came in time that is JSON. It never
 * rejects: a guest doesn't break the house.
 * @param message sent by POST, where there is one
 */
export async function loadJson(
  url: string,
  message?: object,
): Promise<{ readonly status: number; readonly json: unknown } | undefined> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), TIMEOUT)
  try {
    const response = await fetch(url, {
      // Text goes as text/plain, a simple request: no preflight on somebody else's page.
      ...(message && { method: 'POST', body: JSON.stringify(message) }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: abort.signal,
    })
    const seconds = Number(response.headers.get('Retry-After'))
    later = Math.max(later, performance.now() + seconds * 1000)
    return { status: response.status, json: await response.json() }
  } catch {
    // No network, no answer in time, or something else than JSON.
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
