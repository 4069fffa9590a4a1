import { strFromU8, unzipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { refreshSums } from '../../server/domain/report/refresh-sums.ts'
import type { Database } from '../../server/store/database.ts'
import { DashboardBrowser } from '../support/dashboard-browser.ts'
import { addAccount, auditOf, PASSWORD } from '../support/opened-accounts.ts'
import { DASHBOARD, openedDashboard } from '../support/opened-dashboard.ts'
import { reportGround } from '../support/report-ground.ts'

vi.setConfig({ testTimeout: 60_000 })

const FORMULA = '=HYPERLINK("http://evil.example";"klik")'
const NOW = Date.now()
const OF = { sangat: 14, puas: 2, cukup: 1, tidak: 2 }

async function opened() {
  const { store, database, passwordHash, fetch } = await openedDashboard()
  await addAccount(store, passwordHash, 'ibu@example.go.id', { role: 'owner' })
  const browser = new DashboardBrowser(DASHBOARD, fetch)
  await browser.send('/admin/sign-in', { email: 'ibu@example.go.id', password: PASSWORD })
  await database.write([{ sql: 'update people set two_factor_enabled = 1' }])
  const section = { site: 'bojonegoro', prefix: 'bojonegoro.example/b', name: '<b>Berita</b>' }
  await store.setSection({ ...section, office: null }, auditOf('set-section'))
  await gather(database, store, 'bojonegoro.example/b/1', FORMULA)
  await gather(database, store, 'bojonegoro.example/b/2', '  ＝1+1; "kutip"')
  for (const [opened, issue, due] of [
    ['2025-12-01', 'Lama & <b>', '2025-12-20'],
    ['2026-02-10', 'Baru', '2026-03-10'],
    ['2026-05-10', 'Kelak', '2026-06-10'],
  ] as const) {
    const text = { issue, action: 'Perbaiki', owner: 'Humas', due, status: 'done' } as const
    const about = { site: 'bojonegoro', article: null }
    const id = await store.addFollowUp({ ...text, about, opened, status: 'open' }, auditOf('add'))
    await store.changeFollowUp(id ?? 0, text, due, auditOf('change'))
  }
  await refreshSums(reportGround(store), NOW, false)
  return { browser, store }
}

type Store = Awaited<ReturnType<typeof openedDashboard>>['store']

async function gather(database: Database, store: Store, key: string, title: string) {
  await store.verifyArticles('bojonegoro', [{ key, title }], true)
  await database.write([
    {
      sql: `insert into tallies (article, day, views, sangat_puas, puas, cukup_puas, tidak_puas)
        select id, '2026-02-03', 646, ?2, ?3, ?4, ?5 from articles where key = ?1`,
      args: [key, OF.sangat, OF.puas, OF.cukup, OF.tidak],
    },
  ])
}

const REPORT = '/admin/sites/bojonegoro/report'

test('one chooses a scope and a period, and what is wrong is said at its field', async () => {
  const { browser, store } = await opened()
  const below = { key: 'badan', name: 'Badan Pendapatan', parent: 'kabupaten' }
  await store.addOffice(below, auditOf('add-office'))
  const page = await browser.open('/admin/reports')
  // Who is above comes first, whatever the names.
  const offices = [...page.text.matchAll(/<option value="office (\w+)"[^>]*>(\u2003*)/g)]
  expect(offices.map(([, key, steps]) => [key, steps])).toEqual([
    ['kabupaten', ''],
    ['badan', '\u2003'],
    ['dinkominfo', '\u2003'],
    ['tuban', ''],
  ])
  const ask = (query: string) => browser.open(`/admin/reports?${query}`)
  expect((await ask('of=site+bojonegoro&period=2026-T1&article=')).to).toBe(
    `${REPORT}?period=2026-T1`,
  )
  expect((await ask('of=office+kabupaten&period=2026-S1')).to).toBe(
    '/admin/offices/kabupaten/report?period=2026-S1',
  )
  const article = encodeURIComponent('https://bojonegoro.example/b/1?utm_source=x')
  expect((await ask(`of=site+bojonegoro&period=2026-T1&article=${article}`)).to).toBe(
    `${REPORT}?period=2026-T1&article=bojonegoro.example%2Fb%2F1`,
  )
  for (const [query, field] of [
    ['of=site+nowhere&period=2026-T1', 'of'],
    ['of=site+bojonegoro&period=2026-W1', 'period'],
    ['of=site+bojonegoro&period=2026-T1&article=https://evil.example/x', 'article'],
    ['of=site+bojonegoro&period=2026-T1&article=/never/seen', 'article'],
  ] as const) {
    const { status, text } = await ask(query)
    expect(status, query).toBe(400)
    expect(text, query).toContain(`<a href="#${field}">`)
  }
})

test('a report says what the votes say, as a page in the order of its chapters', async () => {
  const { browser } = await opened()
  const { status, text } = await browser.open(`${REPORT}?period=2026-T1`)
  expect(status).toBe(200)
  for (const said of [
    'Triwulan I 2026',
    '84 % dari 38 penilaian Triwulan I 2026 puas atau sangat puas',
    // 28, 4, 2 and 4 of 38 by largest remainder show two equal counts alike only with one decimal.
    ...['73,7 %', '10,5 %', '5,3 %', '86,84', '2,9 %', 'B (Baik)', 'Dinas Kominfo'],
    ...['2 baris artikel', '&lt;b&gt;Berita&lt;/b&gt;', '=HYPERLINK(&quot;http://evil.example'],
  ]) {
    expect(text).toContain(said)
  }
  expect(text).not.toMatch(/\sstyle=|<style|<b>Berita/)
  const followUps = text.slice(text.indexOf('Rencana tindak lanjut'))
  expect(followUps.indexOf('Baru')).toBeLessThan(followUps.indexOf('Lampiran'))
  expect(followUps.indexOf('Lama &amp; &lt;b&gt;')).toBeGreaterThan(followUps.indexOf('Lampiran'))
  expect(text).not.toContain('Kelak')
  const chapters = [...text.matchAll(/<h2>([IV]+)\./g)].map(([, number]) => number)
  expect(chapters).toEqual(['I', 'II', 'III', 'IV', 'V'])
  const [, link = ''] = /href="([^"]*paper\.css[^"]*)"/.exec(text) ?? []
  const paper = await browser.open(link)
  expect(paper.headers.get('Content-Type')).toBe('text/css; charset=utf-8')
  expect(paper.text).toContain('@top-right { content: "Triwulan I 2026"')
  expect(paper.text).toContain('@top-left { content: "Situs bojonegoro"')
  for (const missing of ['?period=2026-W1', '?period=2026-T1&article=/never']) {
    expect((await browser.open(REPORT + missing)).status).toBe(404)
  }
  expect((await browser.open(`${REPORT}/report.exe?period=2026-T1`)).status).toBe(404)
})

test('CSV opens in an Indonesian spreadsheet, and no title becomes a formula', async () => {
  const { browser } = await opened()
  const { text, headers } = await browser.open(`${REPORT}/report.csv?period=2026-T1`)
  expect(headers.get('Content-Disposition')).toBe('attachment; filename="bojonegoro-2026-T1.csv"')
  expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  const [head, first, second, end] = text.split('\r\n')
  // Reading the text of a response takes the mark at its front off.
  expect(head).toMatch(/^\ufeff?Artikel;Alamat;Situs;/)
  expect(first).toBe(
    `"'=HYPERLINK(""http://evil.example"";""klik"")";bojonegoro.example/b/1;bojonegoro;Dinas Kominfo;<b>Berita</b>;ya;646;19;14;2;1;2;86,84;71,80;93,42;`,
  )
  expect(second).toMatch(/^"'\s+＝1\+1; ""kutip""";/)
  expect(end).toBe('')
})

test('JSON has the report and its articles, whole', async () => {
  const { browser } = await opened()
  const { text } = await browser.open('/admin/offices/kabupaten/report/report.json?period=2026-T1')
  const report = JSON.parse(text)
  expect(report).toMatchObject({
    about: { kind: 'office', office: 'kabupaten', name: 'Kabupaten' },
    period: { code: '2026-T1', from: '2026-01-01', to: '2026-03-31' },
    total: { n: 38, views: 1292, index: 86.84, grade: 'B', percent: { puas: 10.5 } },
    offices: [{ key: 'dinkominfo', n: 38, previous: { n: 0, index: null, change: null } }],
    followUps: [{ issue: 'Baru', status: 'done', ended: '2026-03-10' }],
    previousFollowUps: [{ issue: 'Lama & <b>' }],
    best: { ranked: false, articles: [{ n: 19 }, { n: 19 }] },
    articles: [{ title: FORMULA, n: 19, grade: null, interval: [71.8, 93.42] }, { n: 19 }],
  })
})

test('a workbook has typed cells on several sheets, and titles are texts', async () => {
  const { browser } = await opened()
  const reply = await browser.bytes(`${REPORT}/report.xlsx?period=2026-T1`)
  const parts = unzipSync(reply)
  const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'))
  expect(sheets).toHaveLength(7)
  const articles = strFromU8(parts['xl/worksheets/sheet5.xml'] ?? new Uint8Array())
  expect(articles).toContain('<t xml:space="preserve">=HYPERLINK("http://evil.example";"klik")</t>')
  expect(articles).not.toContain('<f>')
  expect(articles).toContain('<c r="G2" s="2"><v>646</v></c>')
  expect(articles).toContain('<c r="M2" s="3"><v>86.84</v></c>')
  const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())
  expect([...workbook.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
    ...['Ringkasan', 'Perangkat daerah', 'Bagian', 'Tren', 'Artikel', 'Tindak lanjut', 'Metode'],
  ])
})
