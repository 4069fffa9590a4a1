import { expect, test, vi } from 'vitest'
import { readingDashboard, rowOf, textOf } from '../support/reading-dashboard.ts'

// Passwords are judged first, which takes a while beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const VIEWER = { role: 'viewer', site: 'bojonegoro' } as const

test('a site’s page says first what its readers said, and whether that is a change', async () => {
  const { gather, refresh, signedIn } = await readingDashboard()
  await gather('berita/1', '2026-01-05', [14, 2, 1, 2])
  await gather('berita/2', '2026-03-31', [1, 0, 0, 0])
  await gather('berita/2', '2026-04-01', [0, 0, 0, 90])
  await gather('berita/1', '2025-12-31', [3, 1, 1, 0])
  await gather('berita/1', '2025-02-05', [0, 0, 0, 60])
  await gather('berita/1', '2026-01-05', [50, 0, 0, 0], 'tuban')
  await refresh()
  const browser = await signedIn(VIEWER)
  const { text } = await browser.open('/admin/sites/bojonegoro?period=2026-T1')
  // 17 of 20; before it 4 of 5, a year before none of 60.
  expect(textOf(text)).toContain(
    '85 % dari 20 penilaian Triwulan I 2026 puas atau sangat puas; tidak berubah nyata dari Triwulan IV 2025 (80 %).',
  )
  expect(textOf(text)).toContain('Responden masih sedikit')
  expect(rowOf(text, 'Sangat Puas')).toEqual(['75 %', '15'])
  expect(rowOf(text, 'Tidak Puas')).toEqual(['10 %', '2'])
  expect(rowOf(text, 'Semua')).toEqual(['', '20'])
  // DOMAIN's own vector: (14, 2, 1, 2) pooled with (1, 0, 0, 0) is 87,50.
  expect(rowOf(text, 'Triwulan I 2026')).toEqual(['20', '85 %', '87,50', '200', '10,0 %', '–'])
  // Σ 12 + 3 + 2 over 5 votes.
  expect(rowOf(text, 'Triwulan IV 2025')).toEqual([
    ...['5', '80 %', '85,00', '50', '10,0 %', 'tidak nyata (+2,50)'],
  ])
  expect(rowOf(text, 'Triwulan I 2025')).toEqual([
    ...['60', '0 %', '25,00', '600', '10,0 %', 'naik (+62,50)'],
  ])
  expect(textOf(text)).toContain('87,50; dengan keyakinan 95 % antara')
  expect(textOf(text)).toContain('tanpa huruf mutu di bawah 30 penilaian')

  const next = await browser.open('/admin/sites/bojonegoro?period=2026-T2')
  expect(textOf(next.text)).toContain(
    '0 % dari 90 penilaian Triwulan II 2026 puas atau sangat puas; turun dari Triwulan I 2026 (85 %).',
  )
  expect(textOf(next.text)).toContain('mutu D (Tidak Baik), bukan SKM')
})

test('the address says which days a page is about, by its code or as the form sends it', async () => {
  const { gather, refresh, signedIn } = await readingDashboard()
  await gather('berita/1', '2026-02-28', [2, 0, 0, 0])
  await gather('berita/1', '2026-03-01', [0, 3, 0, 0])
  await refresh()
  const browser = await signedIn(VIEWER)
  const n = async (query: string) => {
    const { text } = await browser.open(`/admin/sites/bojonegoro?${query}`)
    return rowOf(text, 'Semua')[1]
  }
  expect(await n('period=2026-02')).toBe('2')
  expect(await n('kind=month&from=2026-03-20&to=')).toBe('3')
  expect(await n('kind=day&from=2026-03-01')).toBe('3')
  expect(await n('kind=week&from=2026-03-01')).toBe('5')
  expect(await n('kind=semester&from=2026-06-30')).toBe('5')
  expect(await n('kind=custom&from=2026-02-28&to=2026-02-28')).toBe('2')
  expect(await n('period=2026')).toBe('5')
  const { text } = await browser.open('/admin/sites/bojonegoro?period=2026-02')
  expect(text).toContain('href="/admin/sites/bojonegoro?period=2026-01"')
  expect(text).toContain('href="/admin/sites/bojonegoro?period=2026-03"')
})

test.each(['period=2026-T5', 'kind=custom&from=2026-03-02&to=2026-03-01', 'kind=month&from=x'])(
  'an address that names no period (%s) is answered by this triwulan, and says so',
  async (query) => {
    const { signedIn } = await readingDashboard()
    const browser = await signedIn(VIEWER)
    const { text, status } = await browser.open(`/admin/sites/bojonegoro?${query}`)
    expect(status).toBe(200)
    expect(textOf(text)).toContain('Periode itu tidak ada.')
    expect(textOf(text)).toContain('Belum ada penilaian triwulan ini.')
  },
)
