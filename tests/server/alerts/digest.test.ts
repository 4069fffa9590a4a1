import { expect, test } from 'vitest'
import { digestDue } from '../../../server/domain/digest/digest-due.ts'
import { makeDigest } from '../../../server/domain/digest/digest-figures.ts'
import { sendDigests } from '../../../server/domain/digest/send-digests.ts'
import { digestLetter } from '../../../server/letters/digest-letter.ts'
import type { Digest } from '../../../server/store/store.ts'
import { AUDIT, alertGround } from '../../support/alert-ground.ts'

const DINKES = { key: 'dinkes', name: 'Dinas Kesehatan', parent: null }
const FRIDAY: Digest = {
  ...{ office: 'dinkes', active: true, weekday: 5, hour: 6, timeZone: 'Asia/Jakarta' },
  ...{ mails: ['kepala@dinkes.go.id', 'sekretaris@dinkes.go.id'], language: 'id' },
}
const STOPPING = new AbortController().signal

/** Friday 13 March 2026, 06:10 in Jakarta, after two weeks of votes. */
async function twoWeeks() {
  const ground = await alertGround('2026-03-12T23:10Z')
  const { gather, store } = ground
  // The hospital fell from the best to the worst, the rest stayed as it was.
  await gather('rs/a', '2026-03-03', [60, 0, 0, 0])
  await gather('rs/a', '2026-03-09', [0, 0, 10, 40])
  await gather('b', '2026-03-01', [10, 0, 0, 0])
  await gather('b', '2026-03-06', [20, 10, 0, 0])
  await gather('b', '2026-03-12', [5, 5, 0, 0])
  // On the day itself and before the two weeks: of neither.
  await gather('b', '2026-03-13', [0, 0, 0, 500])
  await gather('b', '2026-02-26', [0, 0, 0, 7])
  const text = { action: 'Tambah loket', owner: 'Kepala RSUD' }
  for (const [issue, due, status, ended] of [
    ['Antre lama', '2026-03-31', 'done', '2026-03-10'],
    ['Loket tutup', '2026-03-11', 'open', ''],
    ['Masih ada waktu', '2026-03-20', 'open', ''],
    ['Selesai dulu', '2026-02-01', 'done', '2026-02-02'],
  ] as const) {
    const about = { office: 'rsud' }
    const followUp = { ...text, issue, due, status, about }
    const id = Number(
      await store.addFollowUp({ ...followUp, status: 'open', opened: '2026-02-01' }, AUDIT),
    )
    if (ended !== '') await store.changeFollowUp(id, followUp, ended, AUDIT)
  }
  await ground.refresh()
  return ground
}

test('a digest has the week before its day beside the one before that', async () => {
  const ground = await twoWeeks()
  const figures = await makeDigest(ground, DINKES, '2026-03-13')
  expect([figures.week.from, figures.week.to]).toEqual(['2026-03-06', '2026-03-12'])
  expect([figures.before.from, figures.before.to]).toEqual(['2026-02-27', '2026-03-05'])
  expect(figures.complete).toBe(true)
  const { now, before, change } = figures.total
  expect(now).toMatchObject({ n: 90, views: 900, satisfied: { k: 40, n: 90 } })
  expect(now.votes).toEqual({ 'sangat-puas': 25, puas: 15, 'cukup-puas': 10, 'tidak-puas': 40 })
  expect(before).toMatchObject({ n: 70, views: 700, index: 10_000 })
  // (100 + 45 + 20 + 40) / 90 × 25
  expect(now.index).toBe(5694)
  expect(change).toBe('lower')
})

test('what moved is what the intervals bear out, and low is what surely is', async () => {
  const ground = await twoWeeks()
  const { moved, sections, articles } = await makeDigest(ground, DINKES, '2026-03-13')
  expect(moved.map(({ name, change }) => [name, change])).toEqual([
    ['RSUD', 'lower'],
    ['Rumah sakit', 'lower'],
  ])
  // 110 votes in thirty days: (240 + 20 + 40) / 110 × 25 = 68.18.
  expect(sections.map(({ name, now }) => [name, now.n, now.index])).toEqual([
    ['Rumah sakit', 110, 6818],
  ])
  expect(articles.map(({ title, n }) => [title, n])).toEqual([['Judul rs/a', 110]])
})

test('follow-ups are those that were done in the week and those that are overdue', async () => {
  const { done, overdue } = await makeDigest(await twoWeeks(), DINKES, '2026-03-13')
  expect(done.map(({ issue }) => issue)).toEqual(['Antre lama'])
  expect(overdue.map(({ issue }) => issue)).toEqual(['Loket tutup'])
})

test('the letter says the same in words, in a picture of cells, and how to stop it', async () => {
  const ground = await twoWeeks()
  const figures = await makeDigest(ground, DINKES, '2026-03-13')
  const { subject, text, html } = digestLetter(figures, 'id', 'https://tanggapan.go.id')
  expect(subject).toBe('Ringkasan Dinas Kesehatan: 2026-03-06 – 2026-03-12')
  expect(text).toContain('44,4 % dari 90 penilaian minggu ini puas atau sangat puas.')
  expect(text).toContain('Indeks turun nyata dari minggu sebelumnya (−43,06).')
  expect(text).toContain('sangat puas 28 %, puas 17 %, cukup puas 11 %, tidak puas 44 %')
  expect(text).toContain('Dilihat: 900; minggu sebelumnya 700')
  expect(text).toContain('- RSUD: 100,00 → 30,00 (−70,00; 50 penilaian)')
  expect(text).toContain('- Antre lama – Kepala RSUD, selesai 2026-03-10')
  expect(text).toContain('- Loket tutup – Kepala RSUD, tenggat 2026-03-11')
  expect(text).not.toContain('Masih ada waktu')
  expect(text).toContain('https://tanggapan.go.id/admin/offices/dinkes/report?period=2026-03')
  expect(text).toContain('Untuk berhenti, minta pengelola menghapus alamat Anda')
  const widths = [...html.matchAll(/<td width="(\d+)%" height="18" bgcolor="(#\w+)">/g)]
  expect(widths.map(([, width, colour]) => [width, colour])).toEqual([
    ...[
      ['28', '#00695c'],
      ['17', '#3f9c8d'],
      ['11', '#b97a1c'],
      ['44', '#8a3310'],
    ],
    ['100', '#00695c'],
  ])
  expect(html).not.toMatch(/<img|<svg|<script|\son\w+=|https?:\/\/(?!tanggapan\.go\.id)/i)
})

test('what people typed is text in the page, and one line in the subject', async () => {
  const ground = await twoWeeks()
  const office = { ...DINKES, name: 'Dinas <b>"K"\r\nBcc: x@y.z' }
  const figures = await makeDigest(ground, office, '2026-03-13')
  const { subject, html } = digestLetter(figures, 'en', undefined)
  expect(subject).not.toMatch(/[\r\n]/)
  expect(html).not.toContain('<b>')
  expect(html).toContain('Dinas &lt;b&gt;')
})

test('a week without votes is said to be one', async () => {
  const ground = await alertGround('2026-03-12T23:10Z')
  await ground.refresh()
  const figures = await makeDigest(ground, DINKES, '2026-03-13')
  const { text } = digestLetter(figures, 'en', undefined)
  expect(text).toContain('There were no counted votes this week.')
  expect(text).not.toContain('NaN')
})

test.each([
  ['2026-03-12T22:59Z', null],
  ['2026-03-12T23:00Z', '2026-03-13'],
  ['2026-03-13T16:59Z', '2026-03-13'],
  ['2026-03-13T17:00Z', null],
])('the digest of Friday at six in Jakarta is due at %s: %s', (instant, day) => {
  expect(digestDue(FRIDAY, Date.parse(instant))).toBe(day)
})

test('Sunday is the seventh day, and the zone is the digest’s own', () => {
  const sunday = { weekday: 7, hour: 0, timeZone: 'America/New_York' }
  expect(digestDue(sunday, Date.parse('2026-03-15T03:59Z'))).toBeNull()
  expect(digestDue(sunday, Date.parse('2026-03-15T04:00Z'))).toBe('2026-03-15')
})

test('a digest goes out once, whoever tries, however often and whatever the clock does', async () => {
  const ground = await twoWeeks()
  const { store, clock, readUnitResults, set } = ground
  let ids = 0
  const send = () =>
    sendDigests({
      ...{ store, clock, readUnitResults, letterOf: digestLetter, stopping: STOPPING },
      ...{ publicUrl: () => undefined, newId: () => `d${ids++}` },
    })
  const sent = async () =>
    (await store.readDeliveries({ office: 'dinkes' }, 50)).map(({ occasion, destination }) => [
      ...[occasion, destination],
    ])
  expect(await send()).toBe(0)
  await store.setDigest({ ...FRIDAY, active: false }, AUDIT)
  expect(await send()).toBe(0)
  await store.setDigest(FRIDAY, AUDIT)
  const both = await Promise.all([send(), send()])
  expect(both[0] + both[1]).toBe(1)
  const week = FRIDAY.mails.map((mail) => ['2026-03-13', mail])
  expect((await sent()).sort()).toEqual(week)

  // The clock jumps a week ahead, and back.
  set('2026-03-20T12:00Z')
  await ground.refresh()
  expect(await send()).toBe(1)
  set('2026-03-13T12:00Z')
  expect(await send()).toBe(0)
  set('2026-03-20T12:30Z')
  expect(await send()).toBe(0)
  expect(await sent()).toHaveLength(4)
})
