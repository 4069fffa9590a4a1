import type { Context } from 'hono'
import type { WayIn } from './secure.ts'

/** Lengths of a host name with its port, and the letters of one. */
const HOST = /^[\w.:[\]-]{1,260}$/

/**
 * The origin that a request was sent to, as far as the server can tell: behind a proxy that
 * passes on neither name nor scheme it is another one than the browser's.
 */
export function askedOrigin(c: Context, way: WayIn): string | undefined {
  const { host } = new URL(c.req.url)
  return HOST.test(host) ? `${way === 'https' ? 'https' : 'http'}://${host}` : undefined
}

/**
 * Whether a browser sent an unsafe request from a page of this server. Both headers have to say
 * so: a browser sets them, and no page can.
 * @param own origins of this server
 */
export function isSameOrigin(c: Context, own: readonly (string | undefined)[]): boolean {
  const origin = c.req.header('Origin')
  if (origin === undefined || c.req.header('Sec-Fetch-Site') !== 'same-origin') return false
  return own.includes(origin)
}
