import { type Context, type Handler, Hono } from 'hono'
import { WIDGET_PATH } from '../../shared/paths.ts'

/** How long the evergreen script may be kept, in seconds: a release reaches readers within. */
const EVERGREEN_FRESH = 3600

/** The readers' script as it is served; `brotli` where the runtime does not compress itself. */
export interface Script {
  readonly version: string
  readonly body: string
  readonly etag: string
  readonly brotli?: Uint8Array<ArrayBuffer>
}

/** The readers' script: evergreen under one address, immutable under its version's. */
export function scriptRoutes(script: Script): Hono {
  const routes = new Hono()
  const immutable = `/w/${script.version}/widget.js`
  routes.get(WIDGET_PATH, serve(script, `public, max-age=${EVERGREEN_FRESH}`))
  routes.get(immutable, serve(script, 'public, max-age=31536000, immutable'))
  return routes
}

function serve({ body, etag, brotli }: Script, cacheControl: string): Handler {
  return (c) => {
    const compressed = brotli && acceptsBrotli(c) ? brotli : undefined
    const headers: Record<string, string> = {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': cacheControl,
      ETag: etag,
      Vary: 'Accept-Encoding',
      // For pages that isolate themselves, and for integrity checks across origins.
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
    }
    if (c.req.header('If-None-Match') === etag) return c.body(null, 304, headers)
    if (!compressed) return c.body(body, 200, headers)
    return c.body(compressed, 200, { ...headers, 'Content-Encoding': 'br' })
  }
}

function acceptsBrotli(c: Context): boolean {
  return /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(c.req.header('Accept-Encoding') ?? '')
}
