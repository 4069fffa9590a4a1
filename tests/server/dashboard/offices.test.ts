import { expect, test, vi } from 'vitest'
import { readingDashboard, rowOf, textOf } from '../../support/reading-dashboard.ts'

// Passwords are judged first, which takes a while beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const OWNER = { role: 'owner' } as const
const ADMIN = { role: 'admin', office: 'kabupaten' } as const

/** Votes of three sites, of which one is the regency's own and one another regency's. */
async function regency() {
  const opened = await readingDashboard()
  const { store, gather, refresh } = opened
  const audit = { at: 0, actor: 'operator', action: 'x', site: null, article: null, note: '' }
  await store.addOffice({ key: 'dinkes', name: 'Dinas Kesehatan', parent: 'kabupaten' }, audit)
  await store.addOffice({ key: 'puskesmas', name: 'Puskesmas', parent: 'dinkes' }, audit)
  const section = { site: 'bojonegoro', prefix: 'bojonegoro.example/sehat', name: 'Sehat' }
  await store.setSection({ ...section, office: 'puskesmas' }, audit)
  await gather('berita/1', '2026-01-05', [14, 2, 1, 2])
  await gather('sehat/1', '2026-02-05', [1, 0, 0, 0])
  await gather('sehat/1', '2025-12-05', [0, 0, 0, 40])
  await gather('berita/1', '2025-03-31', [0, 30, 0, 0])
  await gather('berita/1', '2026-01-05', [0, 0, 0, 50], 'tuban')
  await refresh()
  return opened
}

test('an office has what all below it gathered, pooled, never averaged', async () => {
  const { signedIn } = await regency()
  const owner = await signedIn(OWNER)
  const { text } = await owner.open('/admin/offices?period=2026-T1')
  // (14, 2, 1, 2) pooled with (1, 0, 0, 0) is 87,50; an average of 86,84 and 100 would be 93,42.
  const [n, share, index, grade, before, lastYear, views, rate] = rowOf(text, 'Kabupaten')
  expect([n, share, grade, views, rate]).toEqual(['20', '85 %', '–', '200', '10,0 %'])
  expect(index).toMatch(/^87,50 \d\d,\d\d–\d\d,\d\d$/)
  // Before it forty chose the last one, 25,00; a year before thirty `puas`, 75,00.
  expect(before).toBe('naik (+62,50)')
  expect(lastYear).toBe('tidak nyata (+12,50)')
  expect(rowOf(text, 'Dinas Kominfo').slice(0, 2)).toEqual(['19', '84 %'])
  expect(rowOf(text, 'Dinas Kominfo')[2]).toMatch(/^86,84 /)
  // What a health post gathered is its department's as well.
  expect(rowOf(text, 'Dinas Kesehatan')[0]).toBe('1')
  expect(rowOf(text, 'Puskesmas')[0]).toBe('1')
  expect(rowOf(text, 'Tuban').slice(0, 4).join(' ')).toMatch(/^50 0 % 25,00 .* D$/)
  // 17 of 70 in both regencies.
  expect(textOf(text)).toContain(
    '24 % dari 70 penilaian Triwulan I 2026 puas atau sangat puas; naik dari Triwulan IV 2025 (0 %).',
  )
})

test('the tree stands in its order, and leads on to each office on the same days', async () => {
  const { signedIn } = await regency()
  const { text } = await (await signedIn(OWNER)).open('/admin/offices?period=2026-T1')
  const lines = [...text.matchAll(/class="depth-(\d)"><a href="([^"]*)"/g)]
  expect(lines.map(([, depth, address]) => `${depth} ${address}`)).toEqual([
    '0 /admin/offices/kabupaten?period=2026-T1',
    '1 /admin/offices/dinkes?period=2026-T1',
    '2 /admin/offices/puskesmas?period=2026-T1',
    '1 /admin/offices/dinkominfo?period=2026-T1',
    '0 /admin/offices/tuban?period=2026-T1',
  ])
})

test('an office’s page says what it is made of: itself, offices below, sites, sections', async () => {
  const { signedIn } = await regency()
  const admin = await signedIn(ADMIN)
  const above = await admin.open('/admin/offices/kabupaten?period=2026-T1')
  expect(textOf(above.text)).toContain('85 % dari 20 penilaian Triwulan I 2026')
  const parts = above.text.slice(above.text.indexOf('<h2>Di bawahnya</h2>'))
  expect(rowOf(parts, 'Dinas Kesehatan')[0]).toBe('1')
  expect(rowOf(parts, 'Dinas Kominfo')[0]).toBe('19')
  // What is two steps below is found on the way down.
  expect(rowOf(above.text, 'Puskesmas')).toEqual([])
  expect(above.text).toContain('href="/admin/offices/kabupaten/report?period=2026-T1"')

  const below = await admin.open('/admin/offices/puskesmas?period=2026-T1')
  expect(rowOf(below.text, 'Sehat (Situs bojonegoro) bojonegoro.example/sehat')[0]).toBe('1')
  expect(below.text).toContain('href="/admin/offices/dinkes?period=2026-T1"')
  const site = await admin.open('/admin/offices/dinkominfo?period=2026-T1')
  // The section is somebody else’s: it is not in what the site gathered for this office.
  expect(rowOf(site.text, 'Situs bojonegoro')[0]).toBe('19')
})

test('an admin sees the tree from their own office down, and nothing of others', async () => {
  const { signedIn } = await regency()
  const admin = await signedIn({ role: 'admin', office: 'dinkes' })
  const { text } = await admin.open('/admin/offices?period=2026-T1')
  expect(textOf(text)).toContain('100 % dari 1 penilaian Triwulan I 2026')
  expect(text).not.toContain('kabupaten')
  expect(text).not.toContain('Tuban')
  expect((await admin.open('/admin/offices/dinkominfo')).status).toBe(404)
  expect((await admin.open('/admin/offices/nobody')).status).toBe(404)
})

test('who has no office is told so, and an owner what to do first', async () => {
  const { signedIn, database } = await readingDashboard()
  const viewer = await signedIn({ role: 'viewer', site: 'bojonegoro' })
  expect(textOf((await viewer.open('/admin/offices')).text)).toContain(
    'Belum ada perangkat daerah yang dapat Anda lihat.',
  )
  await database.write([
    { sql: 'update sites set office = null' },
    { sql: 'delete from offices where parent is not null' },
    { sql: 'delete from offices' },
  ])
  const owner = await signedIn(OWNER)
  expect(textOf((await owner.open('/admin/offices')).text)).toContain('Tambahkan yang teratas')
})
