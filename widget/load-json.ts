/** How long an answer may take, in milliseconds. */
const TIMEOUT = 8000

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
    return { status: response.status, json: await response.json() }
  } catch {
    // No network, no answer in time, or something else than JSON.
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
