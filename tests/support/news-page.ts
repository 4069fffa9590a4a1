import type { HostPage } from './host-site.ts'

/** What a page has beside its text. */
interface NewsPage {
  readonly head?: string
  /** Stands at the end of the article, instead of the script. */
  readonly embed?: string
  readonly lang?: string
}

/** The line that the README tells editors to put into their template. */
export const scriptTag = (server: string, attributes = '') =>
  `<script async src="${server}/v1/widget.js" data-site="bojonegoro" ${attributes}></script>`

/** An article on an editor's site, with the script where it ends. */
export function newsPage(server: string, page: NewsPage = {}): HostPage {
  const { head = '', embed = scriptTag(server), lang = 'id' } = page
  return {
    body: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Berita</title>
      <link rel="icon" href="data:,">${head}</head>
      <body><main><article><h1>Berita</h1><p>Isi berita.</p>${embed}</article></main></body></html>`,
  }
}
