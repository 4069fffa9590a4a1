import { expect, test, vi } from 'vitest'
import { readingDashboard, rowOf, textOf } from '../../support/reading-dashboard.ts'

// Passwords are judged first, which takes a while beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const CHOICES = ['sangat-puas', 'puas', 'cukup-puas', 'tidak-puas']
const MARCH = '/admin/sites/bojonegoro?period=2026-03'

/** The site's page of March 2026: the first, the second and the fifth day have votes. */
async function march() {
  const { gather, refresh, signedIn } = await readingDashboard()
  await gather('berita/1', '2026-03-01', [20, 10, 6, 4])
  await gather('berita/1', '2026-03-02', [1, 0, 0, 3])
  await gather('berita/1', '2026-03-05', [0, 30, 0, 0])
  await refresh()
  const browser = await signedIn({ role: 'viewer', site: 'bojonegoro' })
  return (await browser.open(MARCH)).text
}

/** The picture with a caption: its marks by what they are called, as markup. */
function marksOf(page: string, caption: string): ReadonlyMap<string, string> {
  const [, figure = ''] =
    new RegExp(`<figcaption>${caption}</figcaption>(.*?)</figure>`, 's').exec(page) ?? []
  const marks = figure.split(/(?=<g class="mark)/).slice(1)
  return new Map(marks.map((mark) => [/aria-label="([^"]*)"/.exec(mark)?.[1] ?? '', mark]))
}

function mark(page: string, caption: string, begins: string) {
  const [found] = [...marksOf(page, caption)].filter(([label]) => label.startsWith(begins))
  return found ?? ['', '']
}

test('answers over time are bars of the whole, best first, with their exact figures', async () => {
  const page = await march()
  const [label, bar] = mark(page, 'Bagian tiap jawaban', '1 Maret 2026')
  expect(label).toBe(
    '1 Maret 2026; 40 penilaian; Sangat Puas 50 % · Puas 25 %; Cukup Puas 15 % · Tidak Puas 10 %',
  )
  const parts = [
    ...bar.matchAll(
      /class="fill ([\w-]+)" x="[\d.]+%" width="[\d.]+%" y="([\d.]+)" height="([\d.]+)"/g,
    ),
  ]
  expect(parts.map(([, choice]) => choice)).toEqual(CHOICES)
  const heights = parts.map(([, , , height]) => Number(height))
  const whole = heights.reduce((sum, height) => sum + height, 0)
  expect(heights.map((height) => height / whole)).toEqual([0.5, 0.25, 0.15, 0.1])
  // Each begins where the one before it ends.
  expect(parts.map(([, , y]) => Number(y))).toEqual([0, 0.5, 0.75, 0.9].map((part) => part * whole))
  expect([...bar.matchAll(/class="hatch" fill="url\(#([\w-]+)\)"/g)].map(([, id]) => id)).toEqual([
    ...['hatch-cukup-puas', 'hatch-tidak-puas'],
  ])
  const drawn = [...marksOf(page, 'Bagian tiap jawaban').values()].filter((each) =>
    each.includes('fill puas'),
  )
  expect(drawn).toHaveLength(3)
  const alike = drawn.map((each) => {
    const all = [...each.matchAll(/class="fill [^>]*height="([\d.]+)"/g)]
    return all.reduce((sum, [, height]) => sum + Number(height), 0)
  })
  expect(alike).toEqual([whole, whole, whole])
})

test('days of few votes are marked, and days that nobody counted are no zeros', async () => {
  const page = await march()
  const [label, few] = mark(page, 'Bagian tiap jawaban', '2 Maret 2026')
  expect(label).toContain('4 penilaian, masih sedikit')
  expect(few).toContain('fill sangat-puas few')
  expect(mark(page, 'Indeks dengan rentang keyakinan 95 %', '2 Maret')[1]).toContain(
    'class="dot few"',
  )
  expect(mark(page, 'Indeks dengan rentang keyakinan 95 %', '5 Maret')[1]).toContain('class="dot"')
  for (const caption of ['Bagian tiap jawaban', 'Dilihat', 'Tingkat respons']) {
    const [, gap] = mark(page, caption, '3 Maret 2026; Tidak ada data')
    expect(gap).toContain('class="outage"')
    expect(gap).not.toMatch(/class="(views|dot|fill)/)
  }
  expect(page.match(/<pattern id="hatch-outage"/g)).toHaveLength(1)
})

test('each picture is one stop of the Tab key, its latest mark with figures', async () => {
  const page = await march()
  const captions = ['Bagian tiap jawaban', 'Indeks dengan rentang keyakinan 95 %', 'Dilihat']
  for (const caption of captions) {
    const marks = [...marksOf(page, caption)]
    expect(marks).toHaveLength(31)
    const stops = marks.filter(([, markup]) => markup.includes('tabindex="0"'))
    expect(stops.map(([label]) => label.split(';')[0])).toEqual(['5 Maret 2026'])
  }
  expect(page).toContain('src="/admin/charts.js"')
})

test('a table below the pictures says the same', async () => {
  const page = await march()
  // Σ 80 + 30 + 12 + 4 over 40 votes is 3,15: 78,75.
  const row = rowOf(page, '1 Maret 2026')
  expect(row.slice(0, -1)).toEqual(['400', '40', '10,0 %', '50 %', '25 %', '15 %', '10 %'])
  const [label] = mark(page, 'Indeks dengan rentang keyakinan 95 %', '1 Maret 2026')
  expect(row.at(-1)).toMatch(/^78,75 \(/)
  expect(label).toBe(`1 Maret 2026; 40 penilaian; Indeks ${row.at(-1)}`)
  expect(rowOf(page, '3 Maret 2026').slice(0, 2)).toEqual(['Tidak ada data', '–'])
  const [views] = mark(page, 'Dilihat', '5 Maret 2026')
  expect(views).toBe('5 Maret 2026; 300 kali dilihat; 10,0 % (30 dari 300)')
})

test('a period without figures says so', async () => {
  const { signedIn } = await readingDashboard()
  const browser = await signedIn({ role: 'viewer', site: 'bojonegoro' })
  const { text } = await browser.open(MARCH)
  expect(textOf(text)).toContain('Belum ada kunjungan atau penilaian dalam periode ini')
  expect(text).not.toContain('class="chart"')
})
