import type { Readable } from 'node:stream'
import { Parser } from 'htmlparser2'
import type { ListedAddress } from './page-list.ts'
import { unpacked } from './unpacked.ts'

/** As the protocol of sitemaps has it: bytes of one file after unpacking, and addresses. */
const MOST_BYTES = 50 * 1024 * 1024
export const MOST_ADDRESSES = 50_000

/** What a sitemap names: pages, or where an index's sitemaps are. */
export interface Sitemap {
  readonly pages: readonly ListedAddress[]
  readonly sitemaps: readonly string[]
}

/**
 * Reads a sitemap or an index of sitemaps, packed by gzip or not.
 * @throws TypeError where it is longer than a sitemap may be, or none
 */
export async function readSitemap(stream: Readable): Promise<Sitemap> {
  const pages: ListedAddress[] = []
  const sitemaps: string[] = []
  let isSitemap = false
  let text = ''
  let entry: { address: string; title: string | null } = { address: '', title: null }

  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'urlset' || name === 'sitemapindex') isSitemap = true
        if (name === 'url' || name === 'sitemap') entry = { address: '', title: null }
        text = ''
      },
      ontext(part) {
        text += part
      },
      onclosetag(name) {
        if (name === 'loc') entry.address = text.trim()
        if (name === 'news:title') entry.title = text
        if (name === 'url') pages.push(entry)
        if (name === 'sitemap') sitemaps.push(entry.address)
        if (pages.length + sitemaps.length > MOST_ADDRESSES) {
          throw new TypeError(`There are more than ${MOST_ADDRESSES} addresses in it.`)
        }
      },
    },
    { xmlMode: true },
  )

  const decoder = new TextDecoder()
  let bytes = 0
  for await (const chunk of unpacked(stream)) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) throw new TypeError('It is larger than 50 MB.')
    parser.write(decoder.decode(chunk, { stream: true }))
  }
  parser.end()
  if (!isSitemap) throw new TypeError('It is no sitemap.')
  return { pages, sitemaps }
}
