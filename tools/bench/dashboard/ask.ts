import type { DashboardBrowser } from '../../../tests/support/dashboard-browser.ts'

/** What came of one request. */
export interface Asked {
  readonly status: number
  readonly bytes: number
  /** Milliseconds until a page was there, or a file began. */
  readonly took: number
  /** Milliseconds until the end. */
  readonly whole: number
}

const FILE = /\.\w+(\?|$)/

/** Takes an answer to its end, or, of one that never ends, its first piece. */
export async function ask({ origin, jar }: DashboardBrowser, path: string): Promise<Asked> {
  const begun = performance.now()
  const since = () => performance.now() - begun
  const stop = new AbortController()
  const headers = { Cookie: jar.cookie }
  const reply = await fetch(origin + path, { headers, redirect: 'manual', signal: stop.signal })
  jar.keep(reply.headers.getSetCookie())
  const endless = reply.headers.get('Content-Type')?.startsWith('text/event-stream')
  const reader = reply.body?.getReader()
  let [first, bytes] = [0, 0]
  for (;;) {
    const piece = await reader?.read()
    first ||= since()
    if (!piece || piece.done) break
    bytes += piece.value.length
    if (endless) {
      stop.abort()
      break
    }
  }
  const whole = since()
  return { status: reply.status, bytes, took: FILE.test(path) ? first : whole, whole }
}
