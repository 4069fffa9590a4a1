import { Hono } from 'hono'
import { problemResponse } from './problem-response.ts'

/** Files of the demo by their path below it, such as `pendek/index.html`. */
export type DemoFiles = Readonly<Record<string, string>>

const ORIGIN = /^https?:\/\/[\w.:[\]-]+$/

/** What a page that embeds the widget has to allow, and nothing more. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * The demo pages as they are, with the README's `https://HOST` read as this server.
 * @param publicUrl answers with the address readers use, where it isn't the one they asked
 */
export function demoRoutes(files: DemoFiles, publicUrl: () => string | undefined): Hono {
  const routes = new Hono()

  for (const [name, text] of Object.entries(files)) {
    const path = `/demo/${name.replace(/index\.html$/, '')}`
    if (name.endsWith('.css')) {
      routes.get(path, (c) => c.body(text, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
    } else {
      routes.get(path, (c) => {
        const host = publicUrl() ?? new URL(c.req.url).origin
        // The address asked by is a stranger's word until it has the form of one.
        if (!ORIGIN.test(host)) return problemResponse(c, { problem: 'address' })
        c.header('Content-Security-Policy', POLICY)
        return c.html(text.replaceAll('https://HOST', () => host))
      })
      if (path.endsWith('/')) routes.get(path.slice(0, -1), (c) => c.redirect(path, 301))
    }
  }

  routes.get('/', (c) => c.redirect('/demo/'))
  return routes
}
