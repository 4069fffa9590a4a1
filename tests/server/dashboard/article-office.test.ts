import { expect, test, vi } from 'vitest'
import { auditOf } from '../../support/opened-accounts.ts'
import { readingDashboard, rowOf, textOf } from '../../support/reading-dashboard.ts'

// Passwords are judged, which takes a while beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const ADMIN = { role: 'admin', office: 'kabupaten' } as const
const EDITOR = { role: 'editor', site: 'bojonegoro' } as const
const AT = '/admin/sites/bojonegoro/article'
const KEY = 'bojonegoro.example/berita/1'
const PAGE = `${AT}?article=${encodeURIComponent(KEY)}&period=2026-T1`

async function opened() {
  const dashboard = await readingDashboard()
  const { gather, store, refresh } = dashboard
  await store.addOffice(
    { key: 'dinkes', name: 'Dinas Kesehatan', parent: 'kabupaten' },
    auditOf('x'),
  )
  await gather('berita/1', '2026-01-05', [14, 2, 1, 2])
  await gather('berita/2', '2026-01-05', [0, 0, 0, 3])
  await refresh()
  return dashboard
}

test('an article given to an office takes all its history along, is audited, and goes back', async () => {
  const { signedIn, refresh, store } = await opened()
  const admin = await signedIn(ADMIN)
  const offices = async () => {
    await refresh()
    const { text } = await admin.open('/admin/offices?period=2026-T1')
    return ['Dinas Kesehatan', 'Dinas Kominfo'].map((name) => rowOf(text, name)[0])
  }
  expect(await offices()).toEqual(['0', '22'])
  const before = textOf((await admin.open(PAGE)).text)
  expect(before).toContain('Dinas Kominfo (seperti situsnya)')
  // Only offices of one's own are there to choose.
  expect(before).not.toContain('Tuban')

  const given = await admin.send(`${AT}/office`, { article: KEY, office: 'dinkes' })
  expect(given.status).toBe(303)
  expect(await offices()).toEqual(['19', '3'])
  const after = textOf((await admin.open(given.to ?? '')).text)
  expect(after).toContain('Dinas Kesehatan (ditetapkan untuk artikel ini)')
  expect(after).toContain('Kembalikan ke: seperti bagian atau situsnya')
  await admin.send(`${AT}/office`, { article: KEY, office: '' })
  expect(await offices()).toEqual(['0', '22'])

  const section = { site: 'bojonegoro', prefix: 'bojonegoro.example/berita', name: 'Berita' }
  await store.setSection({ ...section, office: 'dinkes' }, auditOf('set-section'))
  expect(textOf((await admin.open(PAGE)).text)).toContain(
    'Dinas Kesehatan (seperti bagiannya: Berita)',
  )
  const { entries } = await store.readAudit({ site: 'bojonegoro' }, { after: null, most: 9 })
  const told = entries.filter(({ action }) => action === 'assign-article')
  expect(told.map(({ actor, article, note }) => [actor, article, note])).toEqual([
    ['admin-kabupaten@example.go.id', KEY, 'none'],
    ['admin-kabupaten@example.go.id', KEY, 'dinkes'],
  ])
})

test('nobody gives an article to an office that is not theirs, or takes it from one', async () => {
  const { signedIn, store } = await opened()
  const admin = await signedIn(ADMIN)
  const give = (office: string, article = KEY) => admin.send(`${AT}/office`, { article, office })
  for (const office of ['tuban', 'tiada']) expect((await give(office)).status, office).toBe(404)
  expect((await give('dinkes', 'bojonegoro.example/tiada')).status).toBe(404)
  await store.assignArticle({ site: 'bojonegoro', key: KEY }, 'tuban', auditOf('assign-article'))
  for (const office of ['dinkes', '']) expect((await give(office)).status, office).toBe(404)
  const page = await admin.open(PAGE)
  expect(textOf(page.text)).toContain('Tuban (ditetapkan untuk artikel ini)')
  expect(page.text).not.toContain('article/office"')
  const editor = await signedIn(EDITOR)
  expect((await editor.open(PAGE)).text).not.toContain('article/office"')
})

test('an article’s page says how its ratings stand by reason, and never what was chosen', async () => {
  const { signedIn, database } = await opened()
  for (const [day, standing, reason, votes] of [
    ['2026-01-05', 'pending', 'burst', 4],
    ['2026-01-06', 'pending', 'burst', 1],
    ['2026-01-05', 'excluded', 'moderation', 2],
    // Of another period.
    ['2025-12-31', 'excluded', 'expired', 8],
  ] as const) {
    await database.write([
      {
        sql: `insert into uncounted (article, day, standing, reason, tidak_puas)
          select id, ?2, ?3, ?4, ?5 from articles where key = ?1`,
        args: [KEY, day, standing, reason, votes],
      },
    ])
  }
  const browser = await signedIn(EDITOR)
  const { text } = await browser.open(PAGE)
  const part = text.slice(text.indexOf('id="standing"'), text.indexOf('Perbandingan'))
  expect(textOf(part)).toContain(
    'Pada periode ini 19 penilaian dihitung, 5 ditahan, 2 dikeluarkan.',
  )
  expect(rowOf(part, 'ditahan')).toEqual(['serbuan', '5'])
  expect(rowOf(part, 'dikeluarkan')).toEqual(['dikeluarkan moderator', '2'])
  expect(part).not.toMatch(/puas/i)
  const [, link = ''] = /href="([^"]*standing=pending[^"]*)"/.exec(part) ?? []
  const moderation = await browser.open(link.replaceAll('&amp;', '&'))
  expect(moderation.status).toBe(200)
})

test('an article’s page says whether its own site has it, and if not, why and what helps', async () => {
  const { signedIn, store } = await opened()
  const browser = await signedIn(EDITOR)
  const fresh = { site: 'bojonegoro', key: 'bojonegoro.example/baru' }
  const said = async (key = fresh.key) =>
    textOf((await browser.open(`${AT}?article=${encodeURIComponent(key)}`)).text)
  expect(await said(KEY)).toContain('Situsnya sendiri mengenal artikel ini')
  await store.recordView(fresh, '2026-01-05', null)
  expect(await said()).toContain('Belum diverifikasi. Situsnya belum ditanya. Dicoba lagi')
  await store.failArticle(fresh, 'blocked', { at: 1, keepsPlace: true })
  const blocked = await said()
  expect(blocked).toContain('Situs menolak permintaan server ini.')
  expect(blocked).toContain('pelindung situs (WAF)')
  expect(blocked).toContain('Dicoba lagi dengan sendirinya')
  await store.failArticle(fresh, 'blocked', null)
  expect(await said()).toContain('Tidak dicoba lagi dengan sendirinya')
})
