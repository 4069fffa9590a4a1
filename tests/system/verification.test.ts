import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { VIEWS_PATH } from '../../shared/paths.ts'
import { readRows } from '../support/read-rows.ts'
import { readerHeaders } from '../support/reader-headers.ts'
import { startServer } from '../support/running-server.ts'
import { siteCommand as site } from '../support/site-command.ts'
import { type SiteServer, startSite } from '../support/site-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const PATIENCE = { timeout: 60_000, interval: 100 }

async function serve(answer: Parameters<typeof startSite>[0]): Promise<SiteServer> {
  const server = await startSite(answer)
  onTestFinished(() => server.close())
  return server
}

/** A data folder with a site whose pages are here, on a loopback address and plain http. */
async function siteAt({ port }: SiteServer) {
  const dataDir = temporaryFolder()
  const origin = `http://localhost:${port}`
  const added = await site(dataDir, 'add', 'desa', '--name', 'Desa', '--origin', origin)
  expect(added.code).toBe(0)
  const verified = () =>
    readRows(
      join(dataDir, 'tanggapan.db'),
      "select key, verified, title, failure from articles where site = 'desa' order by key",
    )
  return { dataDir, origin, host: `localhost:${port}`, verified }
}

/** Views articles of the site at a server of its own; what comes next goes on with it running. */
async function view(dataDir: string, origin: string, paths: readonly string[]) {
  const server = await startServer(dataDir)
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  for (const article of paths) {
    const { status } = await fetch(`${server.origin}${VIEWS_PATH}`, {
      method: 'POST',
      headers: { Origin: origin, 'Content-Type': 'text/plain', ...readerHeaders(1) },
      body: JSON.stringify({ site: 'desa', article, visit: 'new' }),
    })
    expect(status).toBe(200)
  }
  return server
}

test('an article in a private network is verified where the intranet is allowed', async () => {
  const server = await serve(({ url }, response) => {
    if (url === '/c') return
    response.writeHead(url === '/a' ? 200 : 404, { 'Content-Type': 'text/html' })
    response.end('<title>Jalan &amp; jembatan</title>')
  })
  const { dataDir, origin, host, verified } = await siteAt(server)
  expect(await site(dataDir, 'intranet', 'desa', 'on')).toEqual({
    code: 0,
    said: 'intranet on  desa\n',
  })
  const running = await view(dataDir, origin, ['/a', '/b', '/c'])
  // One at a time: where the third is asked for, what the first two said is kept.
  await expect.poll(() => server.asked.map(({ url }) => url), PATIENCE).toEqual(['/a', '/b', '/c'])
  expect(await running.end('SIGTERM')).toBe(0)
  expect(verified()).toEqual([
    { key: `${host}/a`, verified: 1, title: 'Jalan & jembatan', failure: null },
    { key: `${host}/b`, verified: 0, title: null, failure: 'not-found' },
    { key: `${host}/c`, verified: 0, title: null, failure: null },
  ])
  const told = await site(dataDir, 'unverified', 'desa')
  expect(told.said).toBe(
    `1 × not-found, such as ${host}/b\n  The site says that there is no such page.\n` +
      '  Nothing to do where there is none; where there is, look at the address that the page sends.\n',
  )
})

test('a server ends while a site keeps it waiting, and holds nothing against it', async () => {
  const server = await serve(() => undefined)
  const { dataDir, origin, verified } = await siteAt(server)
  await site(dataDir, 'intranet', 'desa', 'on')
  const running = await view(dataDir, origin, ['/a'])
  await expect.poll(() => server.asked.length, PATIENCE).toBe(1)
  expect(await running.end('SIGTERM')).toBe(0)
  expect(verified()).toMatchObject([{ verified: 0, failure: null }])
})

test('a CSV and a sitemap verify, and make what nobody viewed only when asked to', async () => {
  const pages = new Map<string, string | Buffer>()
  const server = await serve(({ url }, response) => response.end(pages.get(url ?? '')))
  const { dataDir, origin, host, verified } = await siteAt(server)
  const running = await view(dataDir, origin, ['/a', '/b'])
  expect(await running.end('SIGTERM')).toBe(0)

  const csv = join(temporaryFolder(), 'articles.csv')
  writeFileSync(csv, `alamat;judul\n${origin}/a;<b>Jalan</b>\n/c;Baru\nhttps://lain.example/x;X\n`)
  expect(await site(dataDir, 'verify', 'desa', '--csv', csv)).toEqual({
    code: 0,
    said: 'verified 1 of 2  desa\n1 are no article of it: "https://lain.example/x"\n',
  })
  const made = await site(dataDir, 'verify', 'desa', '--csv', csv, '--make', 'all')
  expect(made.said).toMatch(/^verified 1 of 2 /)

  const index = `<sitemapindex><sitemap><loc>${origin}/1.xml.gz</loc></sitemap></sitemapindex>`
  pages.set('/sitemap.xml', index)
  pages.set('/1.xml.gz', gzipSync(`<urlset><url><loc>${origin}/b</loc></url></urlset>`))
  const sitemap = ['verify', 'desa', '--sitemap', `${origin}/sitemap.xml`]
  expect(await site(dataDir, ...sitemap)).toMatchObject({
    code: 1,
    said: expect.stringContaining('it is asked for by https alone'),
  })
  await site(dataDir, 'intranet', 'desa', 'on')
  expect(await site(dataDir, ...sitemap)).toEqual({ code: 0, said: 'verified 1 of 1  desa\n' })
  expect(verified()).toEqual([
    { key: `${host}/a`, verified: 1, title: '<b>Jalan</b>', failure: null },
    { key: `${host}/b`, verified: 1, title: null, failure: null },
    { key: `${host}/c`, verified: 1, title: 'Baru', failure: null },
  ])
})
