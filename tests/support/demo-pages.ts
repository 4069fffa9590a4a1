import { readFileSync } from 'node:fs'
import type { HostPage } from './host-site.ts'

/** The demo's pages as they stand on an editor's site, embedding the widget of a server. */
export function demoPages(server: string): Record<string, HostPage> {
  const page = (path: string) => ({
    body: readFileSync(`demo/${path}`, 'utf8').replaceAll('https://HOST', server),
  })
  return {
    '/demo/': page('index.html'),
    '/demo/pendek/': page('pendek/index.html'),
    '/demo/baru/': page('baru/index.html'),
    '/demo/daftar/': page('daftar/index.html'),
    '/demo/demo.css': page('demo.css'),
  }
}
