import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readSitemap } from '../../server/entry/sitemap.ts'

const read = (text: string | Buffer) => readSitemap(Readable.from([Buffer.from(text)]))
const urlset = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${inside}</urlset>`
const url = (n: number) => `<url><loc>https://desa.example/${n}</loc></url>`

test('addresses, and titles where a sitemap of news has them', async () => {
  const text = urlset(`
    <url><loc> https://desa.example/a?x=1&amp;y=2 </loc><lastmod>2026-01-01</lastmod></url>
    <url><news:news><news:title>Sah &amp; resmi</news:title></news:news><loc>https://desa.example/b</loc></url>
    <url><loc><![CDATA[https://desa.example/c]]></loc></url>`)
  expect(await read(text)).toEqual({
    pages: [
      { address: 'https://desa.example/a?x=1&y=2', title: null },
      { address: 'https://desa.example/b', title: 'Sah & resmi' },
      { address: 'https://desa.example/c', title: null },
    ],
    sitemaps: [],
  })
})

test('an index names its sitemaps', async () => {
  const text =
    '<sitemapindex><sitemap><loc>https://desa.example/1.xml</loc></sitemap></sitemapindex>'
  expect(await read(text)).toEqual({ pages: [], sitemaps: ['https://desa.example/1.xml'] })
})

test('one that is packed, in pieces that cut characters in two', async () => {
  const packed = gzipSync(urlset('<url><loc>https://desa.example/é</loc></url>'))
  const pieces = Array.from({ length: Math.ceil(packed.length / 7) }, (_, i) =>
    packed.subarray(i * 7, i * 7 + 7),
  )
  const { pages } = await readSitemap(Readable.from(pieces))
  expect(pages).toEqual([{ address: 'https://desa.example/é', title: null }])
})

test('50,000 addresses and no more', async () => {
  const all = Array.from({ length: 50_000 }, (_, n) => url(n)).join('')
  expect((await read(urlset(all))).pages).toHaveLength(50_000)
  await expect(read(urlset(all + url(50_000)))).rejects.toThrow(
    'There are more than 50000 addresses in it.',
  )
})

test('one that is packed to a thousandth is given up at 50 MB', async () => {
  const bomb = gzipSync(urlset(' '.repeat(60_000_000)))
  expect(bomb.length).toBeLessThan(100_000)
  await expect(read(bomb)).rejects.toThrow('It is larger than 50 MB.')
})

test('entities that name each other come to nothing', async () => {
  const text = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${urlset(
    '<url><loc>https://desa.example/&b;</loc></url>',
  )}`
  const { pages } = await read(text)
  expect(pages[0]?.address.length).toBeLessThan(30)
})

test.each(['', '<html><body>404</body></html>', 'not found', '{"a":1}'])(
  '%j is no sitemap',
  async (text) => {
    await expect(read(text)).rejects.toThrow('It is no sitemap.')
  },
)

test('a packed one that breaks off is an error', async () => {
  const packed = gzipSync(urlset(url(1)))
  await expect(read(packed.subarray(0, packed.length - 9))).rejects.toThrow(/unexpected end/)
})
