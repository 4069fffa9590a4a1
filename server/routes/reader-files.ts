import { type Context, type Handler, Hono } from 'hono'

/** How long an evergreen file may be kept, in seconds: a release reaches readers within. */
const EVERGREEN_FRESH = 3600

const TYPES = { js: 'text/javascript; charset=utf-8', json: 'application/json' } as const

/** A file that readers' browsers fetch: a script or JSON, as the ending of its path says. */
export interface ReaderFile {
  /** Its evergreen path, below `/v1/`. */
  readonly path: string
  readonly body: string
  readonly etag: string
  /** The body compressed, where the runtime does not compress itself. */
  readonly brotli?: Uint8Array<ArrayBuffer>
}

/** Everything that readers' browsers fetch, and the version it is of. */
export interface ReaderFiles {
  readonly version: string
  readonly files: readonly ReaderFile[]
}

/** The readers' files: evergreen under one address, scripts immutable under their version's. */
export function readerFileRoutes({ version, files }: ReaderFiles): Hono {
  const routes = new Hono()
  for (const file of files) {
    routes.get(file.path, serve(file, `public, max-age=${EVERGREEN_FRESH}`))
    if (typeOf(file) !== 'js') continue
    const immutable = file.path.replace('/v1/', `/w/${version}/`)
    routes.get(immutable, serve(file, 'public, max-age=31536000, immutable'))
  }
  return routes
}

function serve(file: ReaderFile, cacheControl: string): Handler {
  const { body, etag, brotli } = file
  return (c) => {
    const compressed = brotli && acceptsBrotli(c) ? brotli : undefined
    const headers: Record<string, string> = {
      'Content-Type': TYPES[typeOf(file)],
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

function typeOf({ path }: ReaderFile): keyof typeof TYPES {
  return path.endsWith('.js') ? 'js' : 'json'
}

function acceptsBrotli(c: Context): boolean {
  return /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(c.req.header('Accept-Encoding') ?? '')
}
