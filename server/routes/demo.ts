import { Hono } from 'hono'

/** Files of the demo by their path below it, such as `pendek/index.html`. */
export type DemoFiles = Readonly<Record<string, string>>

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
 * The demo pages as they are, with the README's `https://HOST` read as whichever address the browser
 * has the page from: it alone knows that one, behind any proxy and on any port.
 */
export function demoRoutes(files: DemoFiles): Hono {
  const routes = new Hono()

  for (const [name, text] of Object.entries(files)) {
    const path = `/demo/${name.replace(/index\.html$/, '')}`
    if (name.endsWith('.css')) {
      routes.get(path, (c) => c.body(text, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
    } else {
      const page = text.replaceAll('https://HOST/', '/')
      routes.get(path, (c) => {
        c.header('Content-Security-Policy', POLICY)
        return c.html(page)
      })
      if (path.endsWith('/')) routes.get(path.slice(0, -1), (c) => c.redirect(path, 301))
    }
  }

  routes.get('/', (c) => c.redirect('/demo/'))
  return routes
}
