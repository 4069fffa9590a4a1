import { expect, test, vi } from 'vitest'
import { localDay } from '../../../server/domain/local-day.ts'
import { readingDashboard, rowOf, textOf } from '../../support/reading-dashboard.ts'

// Passwords are judged first, which takes a while beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const OWNER = { role: 'owner' } as const
const ADMIN = { role: 'admin', office: 'kabupaten' } as const

async function opened() {
  const dashboard = await readingDashboard()
  const { gather, refresh } = dashboard
  await gather('berita/1', '2026-01-05', [14, 2, 1, 2])
  await gather('berita/2', '2026-03-31', [1, 0, 0, 0])
  await gather('berita/1', '2025-12-31', [0, 0, 0, 40])
  await gather('berita/1', '2026-01-05', [0, 0, 0, 30], 'tuban')
  await refresh()
  return dashboard
}

test('the overview says first what all that one may see says, then by office and site', async () => {
  const { signedIn } = await opened()
  const { text } = await (await signedIn(ADMIN)).open('/admin?period=2026-T1')
  expect(textOf(text)).toContain(
    '85 % dari 20 penilaian Triwulan I 2026 puas atau sangat puas; naik dari Triwulan IV 2025 (0 %).',
  )
  for (const place of ['Kabupaten', 'Dinas Kominfo', 'Situs bojonegoro']) {
    const [n, share, index, grade, before, lastYear, views, rate] = rowOf(text, place)
    expect([n, share, grade, before, lastYear]).toEqual(['20', '85 %', '–', 'naik (+62,50)', '–'])
    expect(index).toMatch(/^87,50 /)
    expect([views, rate]).toEqual(['200', '10,0 %'])
  }
  // Another regency is not there.
  expect(text).not.toContain('tuban')
})

test('votes of all sites are pooled for an owner', async () => {
  const { signedIn } = await opened()
  const { text } = await (await signedIn(OWNER)).open('/admin?period=2026-T1')
  // 17 of 50. Σ 70 + 30 over 50 votes: 100 · 25 / 50.
  expect(textOf(text)).toContain('34 % dari 50 penilaian Triwulan I 2026')
  expect(textOf(text)).toContain('50,00; dengan keyakinan 95 % antara')
  expect(textOf(text)).toContain('mutu D (Tidak Baik), bukan SKM')
  expect(rowOf(text, 'Situs tuban').slice(0, 2)).toEqual(['30', '0 %'])
})

test('what waits today is said with where it is done', async () => {
  const { signedIn, database, gather, store } = await opened()
  const today = localDay('Asia/Jakarta', Date.now())
  const key = await gather('berita/9', today, [3, 0, 0, 0])
  await database.write([
    {
      sql: `insert into uncounted (article, day, standing, reason, puas)
        select id, ?2, 'pending', 'burst', 7 from articles where key = ?1`,
      args: [key, today],
    },
    { sql: 'update articles set review = 1 where key = ?1', args: [key] },
  ])
  const about = { site: 'bojonegoro', article: null }
  const text = { issue: 'x', action: 'x', owner: 'x', due: '2026-03-01' }
  const audit = { at: 0, actor: 'x', action: 'x', site: null, article: null, note: '' }
  for (const status of ['open', 'done'] as const)
    await store.addFollowUp({ ...text, status, about, opened: '2026-02-01' }, audit)
  const page = await (await signedIn(ADMIN)).open('/admin')
  expect(textOf(page.text)).toContain('7 penilaian ditahan dalam 7 hari. Situs bojonegoro')
  expect(textOf(page.text)).toContain('1 artikel sedang ditinjau. Situs bojonegoro')
  expect(textOf(page.text)).toContain('1 tindak lanjut terlambat. Lihat')
  expect(page.text).toContain('href="/admin/sites/bojonegoro/moderation"')
  expect(page.text).toContain('href="/admin/follow-ups?due=overdue"')
  // Views and votes of today, and of seven days with what is on hold.
  const rows = [...page.text.matchAll(/<h2>Hari ini dan tujuh hari terakhir<\/h2>.*/gs)]
  expect(rowOf(rows[0]?.[0] ?? '', 'Situs bojonegoro')).toEqual(['30', '3', '30', '3', '7'])
  // Of another regency nothing waits.
  const other = await (await signedIn({ role: 'admin', office: 'tuban' })).open('/admin')
  expect(textOf(other.text)).toContain('Tidak ada yang menunggu keputusan.')
  expect(textOf(other.text)).toContain('Situs tuban belum dibuka pembaca dalam 7 hari ini.')
  expect(other.text).toContain('href="/admin/sites/tuban/embed"')
})

test('who may see nothing is told what to do next', async () => {
  const { signedIn, database } = await readingDashboard()
  const nobody = await signedIn({ role: 'viewer', site: 'tuban' })
  await database.write([{ sql: 'delete from roles' }])
  const { text, status } = await nobody.open('/admin')
  expect(status).toBe(200)
  expect(textOf(text)).toContain('Minta pemilik server memberi Anda peran.')
})
