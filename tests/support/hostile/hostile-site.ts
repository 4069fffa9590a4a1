import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { HostPage } from '../host-site.ts'
import type { HostilePage } from './hostile-page.ts'

const require = createRequire(import.meta.url)
const FOLDER = 'demo/hostile'
const SCRIPT = 'dist/widget/widget.js'

/** Other people's files that some pages use, by their path on the site. */
const VENDOR: Readonly<Record<string, string>> = {
  '/vendor/bootstrap.css': require.resolve('bootstrap/dist/css/bootstrap.min.css'),
  '/vendor/jquery.js': require.resolve('jquery/dist/jquery.min.js'),
  '/vendor/turbo.js': require.resolve('@hotwired/turbo/dist/turbo.es2017-umd.js'),
}

const PAGE = /\.x?html$/

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  xhtml: 'application/xhtml+xml; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
}

/**
 * The hostile pages as a site of their own.
 * @param serverOf the Tanggapan server that a page, by its name, embeds
 */
export function hostilePages(
  pages: readonly HostilePage[],
  serverOf: (name: string) => string,
): Record<string, HostPage> {
  const script = readFileSync(SCRIPT)
  const integrity = createHash('sha384').update(script).digest('base64')
  const site: Record<string, HostPage> = {}

  for (const path of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })) {
    const [, file, ending = ''] = /^(.+)\.(\w+)$/.exec(path.replaceAll('\\', '/')) ?? []
    if (!file) continue
    const text = readFileSync(`${FOLDER}/${path}`, 'utf8').replace('INTEGRITY', integrity)
    const served: readonly Pick<HostilePage, 'name' | 'headers'>[] = PAGE.test(path)
      ? [{ name: file }, ...pages.filter((page) => (page.file ?? page.name) === file)]
      : [{ name: `${file}.${ending}` }]
    for (const { name, headers } of served) {
      const server = serverOf(name)
      site[`/${name}`] = {
        body: text.replaceAll('https://HOST', server),
        headers: withHost({ 'Content-Type': TYPES[ending] ?? '', ...headers }, server),
      }
    }
  }
  for (const [path, file] of Object.entries(VENDOR))
    site[path] = asset(readFileSync(file, 'utf8'), path)
  // Copies of the script that the host serves itself: an old one, and one of an optimiser
  // that has put everything into a single file.
  site['/vendor/old-widget.js'] = asset(script.toString(), '.js')
  site['/vendor/combined.js'] = asset(`window.tema = 1;\n${script};\nwindow.akhir = 1;\n`, '.js')
  return site
}

function asset(body: string, path: string): HostPage {
  const ending = path.slice(path.lastIndexOf('.') + 1)
  return { body, headers: { 'Content-Type': TYPES[ending] ?? '' } }
}

function withHost(headers: Record<string, string>, server: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replaceAll('HOST', server)]),
  )
}
