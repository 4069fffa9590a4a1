import { Hono } from 'hono'

/** How long a copy may be kept, in seconds: a release may change it. */
const FRESH = 3600

/** Words on paper and nothing else. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/**
 * What the server's addresses ask for and answer, for programs and for people. Made at the first
 * request for it: readers need none of it.
 */
export function openApiRoutes(): Hono {
  const routes = new Hono()
  let texts: Promise<{ readonly json: string; readonly page: string }> | undefined
  const read = () => {
    texts ??= import('./open-api/texts.ts').then(({ openApiTexts }) => openApiTexts())
    return texts
  }

  routes.get('/openapi.json', async (c) => {
    c.header('Cache-Control', `public, max-age=${FRESH}`)
    c.header('Access-Control-Allow-Origin', '*')
    return c.body((await read()).json, 200, { 'Content-Type': 'application/json' })
  })
  routes.get('/openapi', async (c) => {
    c.header('Cache-Control', `public, max-age=${FRESH}`)
    c.header('Content-Security-Policy', POLICY)
    c.header('X-Content-Type-Options', 'nosniff')
    return c.html((await read()).page)
  })
  return routes
}
