import { expect, test, vi } from 'vitest'
import { auditOf } from '../../support/opened-accounts.ts'
import { readingDashboard, rowOf, textOf } from '../../support/reading-dashboard.ts'

// Passwords are judged, which takes a while beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const EDITOR = { role: 'editor', site: 'bojonegoro' } as const
const VIEWER = { role: 'viewer', site: 'bojonegoro' } as const
const LIST = '/admin/sites/bojonegoro/articles'
const AT = '/admin/sites/bojonegoro/article'
const KEY = 'bojonegoro.example/berita/1'
const PAGE = `${AT}?article=${encodeURIComponent(KEY)}&period=2026-T1`

async function opened() {
  const dashboard = await readingDashboard()
  const { gather } = dashboard
  await gather('berita/1', '2026-01-05', [14, 2, 1, 2])
  await gather('berita/2', '2026-02-01', [0, 0, 0, 40])
  await gather('berita/3', '2026-02-02', [30, 5, 0, 0])
  await gather('berita/4', '2026-02-03', [0, 1, 0, 0])
  await gather('berita/9', '2026-02-03', [50, 0, 0, 0], 'tuban')
  await dashboard.refresh()
  return dashboard
}

/** The articles on a page, in its order. */
const listed = (page: string) =>
  [...page.matchAll(/<a href="[^"]*">(Judul [^<]*)<\/a>/g)].map(([, title]) => title)

test('the list is in the order that the address asks for, with what each article gathered', async () => {
  const { signedIn } = await opened()
  const browser = await signedIn(VIEWER)
  const list = async (query: string) => (await browser.open(`${LIST}?period=2026-T1${query}`)).text
  const titles = (...paths: number[]) => paths.map((path) => `Judul berita/${path}`)
  expect(listed(await list(''))).toEqual(titles(2, 3, 1, 4))
  expect(listed(await list('&sort=views'))).toEqual(titles(2, 3, 1, 4))
  // Only those with 30 votes have a rank: 35 good ones, and 40 bad ones.
  expect(listed(await list('&sort=best'))).toEqual(titles(3, 2))
  expect(listed(await list('&sort=attention'))).toEqual(titles(2, 3))
  expect(listed(await list('&sort=address'))).toEqual(titles(1, 2, 3, 4))
  expect(listed(await list('&sort=address&search=BERITA/3'))).toEqual(titles(3))
  expect(listed(await list('&search=judul berita/4'))).toEqual(titles(4))
  expect(await list('&search=%25')).toContain('Tidak ada artikel yang cocok')
  expect(listed(await list('&verified=no'))).toEqual([])
  // The vector of 14, 2, 1, 2: 86,84, and no letter below 30 votes.
  const row = rowOf(await list(''), `Judul berita/1 ${KEY}`)
  expect([...row.slice(0, 5), row[6]]).toEqual(['190', '19', '10,0 %', '84 %', '86,84', '–'])
  expect(rowOf(await list(''), 'Judul berita/2 bojonegoro.example/berita/2').at(-1)).toBe('D')
  expect(await list('')).not.toContain('berita/9')
})

test.each(['name"%3Bdrop', 'constructor', '__proto__', 'views desc'])(
  'an order that there is not, %s, is refused in a sentence',
  async (sort) => {
    const { signedIn } = await readingDashboard()
    const browser = await signedIn(VIEWER)
    const { status, text } = await browser.open(`${LIST}?sort=${sort}`)
    expect(status).toBe(400)
    expect(text).toContain('Urutan itu tidak ada.')
  },
)

test('a long list goes on where it ended, with what was chosen, and has each article once', async () => {
  const { gather, refresh, signedIn } = await readingDashboard()
  for (let i = 1; i <= 53; i++) await gather(`a/${i}`, '2026-03-01', [i, 0, 0, 0])
  await refresh()
  const browser = await signedIn(VIEWER)
  for (const sort of ['votes', 'address']) {
    const first = (await browser.open(`${LIST}?period=2026-03&sort=${sort}`)).text
    const [, next = ''] = /rel="next" href="([^"]*articles[^"]*)"/.exec(first) ?? []
    const rest = (await browser.open(next.replaceAll('&amp;', '&'))).text
    expect(listed(first)).toHaveLength(50)
    expect(new Set([...listed(first), ...listed(rest)]).size).toBe(53)
    expect(rest).not.toContain('rel="next" href="/admin/sites/bojonegoro/articles')
  }
  const odd = await browser.open(`${LIST}?after={"a":1}`)
  expect(odd.status).toBe(200)
})

test('an article’s page says what its readers said, day by day, before and after an edit', async () => {
  const { gather, refresh, signedIn } = await opened()
  await gather('berita/1', '2026-03-02', [0, 0, 0, 60])
  await refresh()
  const browser = await signedIn(VIEWER)
  const { text } = await browser.open(`${PAGE}&edited=2026-03-01`)
  // 16 of 79 by 19 and 60 votes.
  expect(textOf(text)).toContain('20 % dari 79 penilaian Triwulan I 2026 puas atau sangat puas')
  expect(rowOf(text, '2026-01-05').slice(0, 3)).toEqual(['190', '19', '84 %'])
  expect(rowOf(text, '2026-03-02').slice(0, 3)).toEqual(['600', '60', '0 %'])
  expect(rowOf(text, 'Sebelum 2026-03-01').slice(0, 4)).toEqual(['190', '19', '84 %', '86,84'])
  expect(rowOf(text, 'Sejak 2026-03-01').slice(0, 4)).toEqual(['600', '60', '0 %', '25,00'])
  expect(textOf(text)).toContain('Perubahan indeks sejak itu: turun (−61,84).')
  const outside = await browser.open(`${PAGE}&edited=2026-04-01`)
  expect(outside.text).toContain('Pilih tanggal di dalam periode')
  // A viewer reads, and is offered nothing to change.
  expect(text).not.toContain('action="/admin/sites/bojonegoro/article/')
  for (const address of ['/berita/tiada', 'https://tuban.example/berita/9', '']) {
    const asked = await browser.open(`${AT}?article=${encodeURIComponent(address)}`)
    expect(asked.status, address).toBe(404)
  }
})

test('an address is merged and separated exactly; no chains', async () => {
  const { signedIn, store, refresh } = await opened()
  const browser = await signedIn(EDITOR)
  const n = async (path: number) => {
    const key = encodeURIComponent(`bojonegoro.example/berita/${path}`)
    return rowOf((await browser.open(`${AT}?article=${key}&period=2026-T1`)).text, 'Semua')[1]
  }
  const merge = (article: string, alias: string) => browser.send(`${AT}/merge`, { article, alias })
  expect((await merge(KEY, 'https://www.bojonegoro.example/berita/4/')).status).toBe(303)
  // Both addresses are the one article now.
  expect([await n(1), await n(4)]).toEqual(['20', '20'])
  expect((await merge('/berita/3', '/berita/4')).text).toContain('sudah digabungkan')
  expect((await merge('/berita/3', KEY)).status).toBe(400)
  expect((await merge(KEY, KEY)).status).toBe(400)
  expect((await merge(KEY, 'https://tuban.example/berita/9')).status).toBe(400)
  await refresh()
  const alias = 'bojonegoro.example/berita/4'
  expect((await browser.send(`${AT}/unmerge`, { article: KEY, alias })).status).toBe(303)
  expect([await n(1), await n(4)]).toEqual(['19', '1'])
  expect((await browser.send(`${AT}/unmerge`, { article: KEY, alias })).status).toBe(404)
  const audit = await store.readAudit({ site: 'bojonegoro' }, { after: null, most: 9 })
  expect(audit.entries.map(({ action, actor }) => [action, actor])).toEqual([
    ['unmerge', 'editor-bojonegoro@example.go.id'],
    ['merge', 'editor-bojonegoro@example.go.id'],
  ])
})

test('a closed article takes no more votes, at once, until it is opened; each change is told once', async () => {
  const { signedIn, store } = await opened()
  const browser = await signedIn(EDITOR)
  const state = () => store.readArticle({ site: 'bojonegoro', key: KEY }, null)
  expect((await state()).closed).toBe(false)
  for (let i = 0; i < 2; i++) {
    expect((await browser.send(`${AT}/close`, { article: KEY })).status).toBe(303)
  }
  expect((await state()).closed).toBe(true)
  expect((await browser.open(PAGE)).text).toContain('Artikel ini ditutup')
  expect((await browser.send(`${AT}/open`, { article: KEY })).status).toBe(303)
  expect((await state()).closed).toBe(false)
  const stranger = { article: 'bojonegoro.example/tiada' }
  expect((await browser.send(`${AT}/close`, stranger)).status).toBe(404)
  const { entries } = await store.readAudit({ site: 'bojonegoro' }, { after: null, most: 9 })
  expect(entries.map(({ action, article }) => [action, article])).toEqual([
    ['open-article', KEY],
    ['close-article', KEY],
  ])
})

test('the ranking has n beside each rank, and sections before articles', async () => {
  const { signedIn, store, refresh } = await opened()
  const section = { site: 'bojonegoro', prefix: 'bojonegoro.example/berita', name: 'Berita' }
  await store.setSection({ ...section, office: null }, auditOf('set-section'))
  await refresh()
  const browser = await signedIn(VIEWER)
  const ranking = async (query: string) =>
    (await browser.open(`/admin/ranking?period=2026-T1${query}`)).text
  const headings = (page: string) =>
    [...page.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, heading]) => heading)
  const best = await ranking('')
  expect(headings(best)).toEqual(['Bagian situs', 'Dua belas bulan', 'Artikel'])
  // 19, 40, 35 and 1 votes; the best of those with 30.
  expect(rowsOf(best, 'Judul')).toEqual([
    ['1', 'Judul berita/3', '35'],
    ['2', 'Judul berita/2', '40'],
  ])
  expect(rowsOf(best, 'Berita')).toEqual([['1', 'Berita', '95']])
  expect(rowsOf(best, 'Februari 2026')[0]?.[2]).toBe('76')
  expect(rowsOf(await ranking('&by=attention'), 'Judul').map(([, name]) => name)).toEqual([
    'Judul berita/2',
    'Judul berita/3',
  ])
  expect(rowsOf(await ranking('&by=views'), 'Judul').map(([, name]) => name)).toEqual(
    [2, 3, 1, 4].map((n) => `Judul berita/${n}`),
  )
  expect(best).not.toContain('berita/9')
  expect((await browser.open('/admin/ranking?by=constructor')).status).toBe(400)
})

test('where nothing has votes enough, what comes nearest is told without a rank', async () => {
  const { gather, refresh, signedIn } = await readingDashboard()
  await gather('a', '2026-02-01', [10, 7, 0, 0])
  await gather('b', '2026-02-01', [0, 0, 0, 4])
  await refresh()
  const browser = await signedIn(VIEWER)
  const { text } = await browser.open('/admin/ranking?period=2026-T1&by=attention')
  expect(rowsOf(text, 'Judul')).toEqual([
    ['–', 'Judul a', '17 dari 30'],
    ['–', 'Judul b', '4 dari 30'],
  ])
})

/** Rank, name and number of ratings of the rows whose name begins so. */
function rowsOf(page: string, name: string): string[][] {
  return [...page.matchAll(/<tr>(.*?)<\/tr>/gs)]
    .map(([, row = '']) =>
      [...row.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => textOf(cell)),
    )
    .filter(([, second = '']) => second.startsWith(name))
    .map((row) => row.slice(0, 3))
}
