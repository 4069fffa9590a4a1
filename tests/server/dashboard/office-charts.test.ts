import { expect, test, vi } from 'vitest'
import { auditOf } from '../../support/opened-accounts.ts'
import { readingDashboard, rowOf, textOf } from '../../support/reading-dashboard.ts'

// Passwords are judged first, which takes a while beside other tests.
vi.setConfig({ testTimeout: 120_000 })

const OWNER = { role: 'owner' } as const
const ADMIN = { role: 'admin', office: 'kabupaten' } as const

/** A regency with so many departments, the n-th of which gathered n votes below a prefix of its own. */
async function regency(departments: number) {
  const opened = await readingDashboard()
  const { store, gather, refresh } = opened
  for (let n = 1; n <= departments; n++) {
    const name = `Dinas ${n}`
    await store.addOffice({ key: `dinas-${n}`, name, parent: 'kabupaten' }, auditOf('x'))
    const prefix = `bojonegoro.example/d${n}`
    await store.setSection(
      { site: 'bojonegoro', prefix, name: `Bagian ${n}`, office: `dinas-${n}` },
      auditOf('x'),
    )
    await gather(`d${n}/1`, '2026-03-05', [n, 0, 0, 0])
  }
  await refresh()
  return opened
}

/** Names of the small pictures, in their order, with where they lead. */
const multiples = (page: string) =>
  [...page.matchAll(/<figure class="small"><figcaption><a href="([^"]*)">([^<]*)<\/a>/g)].map(
    ([, href, name]) => [name, href],
  )

test('an office is drawn over time, with each office below it on one scale', async () => {
  const { signedIn, gather, refresh } = await regency(3)
  await gather('d2/2', '2026-02-03', [0, 0, 0, 30])
  await refresh()
  const admin = await signedIn(ADMIN)
  const { text } = await admin.open('/admin/offices/kabupaten?period=2026-T1')
  expect(multiples(text)).toEqual([
    ['Dinas 2', '/admin/offices/dinas-2?period=2026-T1'],
    ['Dinas 3', '/admin/offices/dinas-3?period=2026-T1'],
    ['Dinas 1', '/admin/offices/dinas-1?period=2026-T1'],
  ])
  // All of them: 6 of 36 votes; the week of 2 March has 1, 2 and 3.
  expect(text).toContain('<figcaption>Bagian tiap jawaban</figcaption>')
  const week = rowOf(text, '02-03-2026 s.d. 08-03-2026')
  expect(week.slice(0, 3)).toEqual(['60', '6', '10,0 %'])
  const small = text.slice(text.indexOf('class="multiples"'))
  expect(rowOf(small, 'Dinas 2')).toContain('25,00 (30)')
  expect(rowOf(small, 'Dinas 2')).toContain('100,00 (2)')
  const leaf = await admin.open('/admin/offices/dinas-2?period=2026-T1')
  const leafWeek = rowOf(leaf.text, '02-03-2026 s.d. 08-03-2026')
  expect(leafWeek.slice(0, 2)).toEqual(['20', '2'])
  // It has a part of a site, where a week without a view is nothing strange.
  expect(rowOf(leaf.text, '09-02-2026 s.d. 15-02-2026').slice(0, 2)).toEqual(['0', '0'])
})

test('of many offices those with the most votes are drawn, and the rest is one link away', async () => {
  const { signedIn } = await regency(26)
  const admin = await signedIn(ADMIN)
  for (const page of ['/admin?', '/admin/offices/kabupaten?']) {
    const { text } = await admin.open(`${page}period=2026-T1`)
    const names = multiples(text).map(([name]) => name)
    expect(names).toEqual(Array.from({ length: 24 }, (_, i) => `Dinas ${26 - i}`))
    expect(textOf(text)).toContain('24 dari 26, menurut banyaknya penilaian')
    expect(text).toContain('<a href="/admin/offices?period=2026-T1">Semua dalam tabel</a>')
  }
})

test('who may see several regencies has those beside each other', async () => {
  const { signedIn, gather, refresh } = await regency(2)
  await gather('a', '2026-03-05', [0, 0, 7, 0], 'tuban')
  await refresh()
  const owner = await signedIn(OWNER)
  const { text } = await owner.open('/admin?period=2026-T1')
  expect(multiples(text).map(([name]) => name)).toEqual(['Tuban', 'Kabupaten'])
})
