import { strFromU8, unzipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { readingDashboard, rowOf, textOf } from '../../support/reading-dashboard.ts'

// Passwords are judged first, which takes a while beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const CLEAR = { question: 'Apakah ini jelas?' }
const EASY = { ...CLEAR, labels: { puas: 'Mudah <sekali>' } }

/** A site that asked something else from 2 and from 5 March 2026 on. */
async function march() {
  const opened = await readingDashboard()
  const { gather, refresh, signedIn, store } = opened
  await gather('berita/1', '2026-03-01', [14, 2, 1, 2])
  await gather('berita/1', '2026-03-02', [1, 0, 0, 3])
  await gather('berita/1', '2026-03-06', [0, 30, 0, 0])
  const set = (at: number, day: string, id: typeof CLEAR) =>
    store.setSettings('bojonegoro', { wording: { id } }, { at, day })
  await set(1, '2026-03-02', CLEAR)
  await set(2, '2026-03-05', EASY)
  await refresh()
  const browser = await signedIn({ role: 'viewer', site: 'bojonegoro' })
  return { ...opened, browser }
}

/** What the rules of the picture with a caption say. */
function rulesOf(page: string, caption: string): readonly string[] {
  const [, figure = ''] =
    new RegExp(`<figcaption>${caption}</figcaption>(.*?)</figure>`, 's').exec(page) ?? []
  return [...figure.matchAll(/<g class="wording" role="img" aria-label="([^"]*)"/g)].map(
    ([, said = '']) => said,
  )
}

test.each([
  ['a site', '/admin/sites/bojonegoro?period=2026-03'],
  [
    'an article',
    '/admin/sites/bojonegoro/article?article=bojonegoro.example/berita/1&period=2026-03',
  ],
])('every picture of %s marks another wording, and says what it was', async (_, address) => {
  const { browser } = await march()
  const { text } = await browser.open(address)
  for (const caption of [
    ...['Bagian tiap jawaban', 'Indeks dengan rentang keyakinan 95 %'],
    ...['Dilihat', 'Tingkat respons'],
  ]) {
    expect(rulesOf(text, caption)).toEqual([
      'Susunan kata berubah (1): 2 Maret 2026',
      'Susunan kata berubah (2): 5 Maret 2026',
    ])
  }
  const [legend = ''] = /<div class="wordings">.*?<\/div>/s.exec(text) ?? []
  expect([...legend.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item = '']) => textOf(item))).toEqual([
    '2 Maret 2026. Indonesia: Pertanyaan “Bagaimana Tanggapan Anda?” menjadi “Apakah ini jelas?”',
    '5 Maret 2026. Indonesia: Puas “Puas” menjadi “Mudah &lt;sekali&gt;”',
  ])
  expect(rowOf(text, '2 Maret 2026 Susunan kata berubah (1): 2 Maret 2026')[1]).toBe('4')
  expect(textOf(text)).toContain(
    'Susunan kata pertanyaan atau pilihan berubah di tengah periode ini (2 Maret 2026, 5 Maret 2026)',
  )
})

test('a later period says only that the one before it was asked something else', async () => {
  const { browser } = await march()
  const { text } = await browser.open('/admin/sites/bojonegoro?period=2026-04')
  expect(textOf(text)).toContain('Susunan kata tidak sama sejak Maret 2026')
  expect(text).not.toContain('di tengah periode ini')
  const other = await browser.open('/admin/sites/bojonegoro?period=2026-02')
  expect(other.text).not.toContain('usunan kata')
})

test('a report prints both wordings, and the figures before and after apart', async () => {
  const { browser } = await march()
  const { text } = await browser.open('/admin/sites/bojonegoro/report?period=2026-03')
  expect(rowOf(text, 'Pertanyaan')).toEqual(['Bagaimana Tanggapan Anda?', 'Apakah ini jelas?'])
  expect(text).toContain('<strong>Mudah &lt;sekali&gt;</strong>')
  expect(rowOf(text, 'Periode ini: Maret 2026 01-03-2026 – 01-03-2026')).toEqual([
    ...['19', '14 (73,7 %)', '2 (10,5 %)', '1 (5,3 %)', '2 (10,5 %)'],
    ...['86,84 (71,80–93,42)', 'belum, mulai 30 penilaian'],
  ])
  expect(rowOf(text, 'Periode ini: Maret 2026 02-03-2026 – 04-03-2026').slice(0, 2)).toEqual([
    ...['4', '1 (25 %)'],
  ])
  const last = rowOf(text, 'Periode ini: Maret 2026 05-03-2026 – 31-03-2026')
  expect([last[0], last[2], last.at(-1)]).toEqual(['30', '30 (100 %)', 'C'])
  expect(textOf(text)).toContain('Susunan kata tidak sama sejak Februari 2026')
  expect(rulesOf(text, 'Indeks dengan rentang keyakinan 95 %')).toEqual([
    'Susunan kata berubah (1–2): 2 Maret 2026, 5 Maret 2026',
  ])
  const early = await browser.open('/admin/sites/bojonegoro/report?period=2026-02')
  expect(early.text).not.toContain('usunan kata')
  const none = await browser.open('/admin/sites/bojonegoro/report/wordings.csv?period=2026-02')
  expect(none.status).toBe(404)
})

test('the files of a report tell the same', async () => {
  const { browser } = await march()
  const files = '/admin/sites/bojonegoro/report'
  const { text: csv } = await browser.open(`${files}/wordings.csv?period=2026-03`)
  const [head = '', first = '', , third = ''] = csv.split('\r\n')
  expect(head).toMatch(/^\ufeff?Susunan kata;Situs;Periode;Hari pertama;Hari terakhir;Dilihat;n;/)
  expect(first).toBe(
    'Indonesia: Bagaimana Tanggapan Anda? Sangat Puas / Puas / Cukup Puas / Tidak Puas;bojonegoro;' +
      'Periode ini: Maret 2026;2026-03-01;2026-03-01;190;19;14;2;1;2;86,84;71,80;93,42;;0;0;' +
      '0,7368;0,1053;0,0526;0,1053',
  )
  expect(third).toContain('Apakah ini jelas? Sangat Puas / Mudah <sekali> / Cukup Puas')
  const { text: json } = await browser.open(`${files}/report.json?period=2026-03`)
  const { wordings, previous, lastYear } = JSON.parse(json)
  expect([previous.otherWording, lastYear.otherWording]).toEqual([true, true])
  expect(wordings).toMatchObject([
    {
      site: 'bojonegoro',
      changes: [
        { day: '2026-03-02', language: 'id', to: { question: 'Apakah ini jelas?' } },
        { day: '2026-03-05', from: { labels: { puas: 'Puas' } } },
      ],
      parts: [
        { of: 'period', from: '2026-03-01', to: '2026-03-01', n: 19, index: 86.84, grade: null },
        { of: 'period', from: '2026-03-02', to: '2026-03-04', n: 4 },
        { of: 'period', from: '2026-03-05', to: '2026-03-31', n: 30, index: 75, grade: 'C' },
        { of: 'previous', n: 0, index: null },
        { of: 'lastYear', n: 0, index: null },
      ],
    },
  ])
  expect(wordings[0].parts[0].asked.id.question).toBe('Bagaimana Tanggapan Anda?')
  const parts = unzipSync(await browser.bytes(`${files}/report.xlsx?period=2026-03`))
  const sheets = Object.entries(parts).filter(([name]) => name.includes('worksheets/'))
  const asked = sheets
    .map(([, xml]) => strFromU8(xml))
    .filter((xml) => xml.includes('Hari pertama'))
  expect(asked).toHaveLength(1)
  expect([...(asked[0] ?? '').matchAll(/<row /g)]).toHaveLength(6)
  expect(asked[0]).toContain('Apakah ini jelas? Sangat Puas / Mudah &lt;sekali&gt; / Cukup Puas')
  expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain('name="Susunan kata"')
})

test('what is set in the dashboard begins on the site’s day', async () => {
  const { signedIn, store } = await readingDashboard()
  const browser = await signedIn({ role: 'admin', office: 'dinkominfo' })
  const form = { name: 'Situs bojonegoro', timeZone: 'Asia/Jakarta', results: 'always' }
  const settings = '/admin/sites/bojonegoro/settings'
  const sent = await browser.send(settings, { ...form, 'wording.id.question': 'Apakah ini jelas?' })
  expect(sent.to).toBe(`${settings}?done=settings`)
  const [change, ...more] = await store.readWordings('bojonegoro')
  expect(more).toEqual([])
  expect(change?.wording.question).toBe('Apakah ini jelas?')
  const day = new Date((change?.at ?? 0) * 1000 + 7 * 3600_000).toISOString().slice(0, 10)
  expect(change?.day).toBe(day)
})
