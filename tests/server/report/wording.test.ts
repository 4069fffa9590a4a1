import { expect, onTestFinished, test } from 'vitest'
import { readPeriod } from '../../../server/domain/report/period.ts'
import { refreshSums } from '../../../server/domain/report/refresh-sums.ts'
import { makeReport } from '../../../server/domain/report/report.ts'
import type { ReportScope } from '../../../server/domain/report/report-scope.ts'
import { createUnitResults } from '../../../server/domain/report/unit-results.ts'
import {
  changesWithin,
  readWordingSeries,
  wordingsOn,
} from '../../../server/domain/report/wording-series.ts'
import { createSharedStore } from '../../../server/store/shared-store.ts'
import type { Site } from '../../../server/store/store.ts'
import type { SiteSettings } from '../../../shared/site-settings.ts'
import { openMigrated } from '../../support/opened-database.ts'
import { reportGround } from '../../support/report-ground.ts'

const NOON = Date.parse('2026-04-10T05:00Z')
const AUDIT = { at: 1, actor: 'x', action: 'x', site: null, article: null, note: '' }
const CLEAR: SiteSettings = { wording: { id: { question: 'Apakah ini jelas?' } } }
const EASY: SiteSettings = { wording: { id: { labels: { puas: 'Mudah' } } } }

function siteOf(key: string): Site {
  const origin = { origin: `https://${key}.go.id`, role: 'primary' } as const
  const more = { settings: {}, loopback: false, intranet: false, origins: [origin] }
  // In the evening of 31 December in UTC, where it is 1 January already in the site's zone.
  const addedAt = Date.parse('2025-12-31T20:00Z') / 1000
  return { key, name: `Situs ${key}`, timeZone: 'Asia/Jakarta', addedAt, ...more }
}

/** Two sites of one regency; each article with its votes by choice on a day. */
async function opened() {
  const database = await openMigrated(':memory:')
  onTestFinished(() => database.close())
  const store = createSharedStore(database)
  await store.addOffice({ key: 'kabupaten', name: 'Kabupaten', parent: null }, AUDIT)
  for (const key of ['desa', 'kota']) {
    await store.addSite(siteOf(key))
    await store.assignSite(key, 'kabupaten', AUDIT)
  }
  const gather = async (site: string, day: string, counts: readonly number[]) => {
    const key = `${site}.go.id/berita/1`
    await store.verifyArticles(site, [{ key, title: 'Judul' }], true)
    await database.write([
      {
        sql: `insert into tallies (article, day, views, sangat_puas, puas, cukup_puas, tidak_puas)
          select id, ?3, 10 * (?4 + ?5 + ?6 + ?7), ?4, ?5, ?6, ?7 from articles
          where site = ?1 and key = ?2`,
        args: [site, key, day, ...counts],
      },
    ])
  }
  const set = (site: string, day: string, settings: SiteSettings) =>
    store.setSettings(site, settings, { at: Date.parse(day) / 1000, day })
  const report = async (scope: ReportScope, code: string) => {
    await refreshSums(reportGround(store), NOON, false)
    const period = readPeriod(code)
    if (!period) throw new Error(`${code} is no period`)
    const readUnitResults = createUnitResults(store, () => NOON)
    return makeReport({ store, readUnitResults, now: NOON }, scope, period)
  }
  return { store, gather, set, report }
}

const DESA: ReportScope = { kind: 'site', site: siteOf('desa') }

test('figures before and after a change stand apart, its day with the new wording', async () => {
  const { gather, set, report } = await opened()
  await gather('desa', '2025-12-31', [10, 0, 0, 0])
  await gather('desa', '2026-02-09', [14, 2, 1, 2])
  await gather('desa', '2026-02-10', [1, 0, 0, 0])
  await gather('desa', '2026-03-31', [20, 10, 6, 4])
  await set('desa', '2026-02-10', CLEAR)
  const made = await report(DESA, '2026-T1')
  expect(made?.total.now.n).toBe(60)
  const [desa, ...more] = made?.wordings ?? []
  expect(more).toEqual([])
  expect(
    desa?.changes.map(({ day, language, former, wording }) => {
      return [day, language, former.question, wording.question]
    }),
  ).toEqual([['2026-02-10', 'id', 'Bagaimana Tanggapan Anda?', 'Apakah ini jelas?']])
  expect(
    desa?.parts.map(({ of, days, asked, result }) => [
      ...[of, days.from, days.to, asked[0]?.wording.question, result.n, result.index, result.grade],
    ]),
  ).toEqual([
    ['now', '2026-01-01', '2026-02-09', 'Bagaimana Tanggapan Anda?', 19, 8684, null],
    // Σ 4 + 126 over 41 votes.
    ['now', '2026-02-10', '2026-03-31', 'Apakah ini jelas?', 41, 7927, 'B'],
    ['previous', '2025-10-01', '2025-12-31', 'Bagaimana Tanggapan Anda?', 10, 10_000, null],
    ['lastYear', '2025-01-01', '2025-03-31', 'Bagaimana Tanggapan Anda?', 0, null, null],
  ])
  expect(desa?.parts[0]?.result).toMatchObject({
    ...{ interval: { low: 7180, high: 9342 }, votes: { 'sangat-puas': 14, 'tidak-puas': 2 } },
    percentages: { tenths: { 'sangat-puas': 737 } },
  })
})

test('a report that no change reaches has none; one that is held beside another wording says so', async () => {
  const { gather, set, report } = await opened()
  await gather('desa', '2026-02-20', [1, 0, 0, 0])
  await set('desa', '2026-02-10', CLEAR)
  expect((await report(DESA, '2026-01'))?.wordings).toEqual([])
  // The period began with the new wording: it is whole, and the one before it is not.
  const march = await report(DESA, '2026-03')
  expect(
    march?.wordings[0]?.parts.map(({ of, days, result: { n } }) => [of, days.from, n]),
  ).toEqual([
    ['now', '2026-03-01', 0],
    ['previous', '2026-02-01', 0],
    ['previous', '2026-02-10', 1],
    ['lastYear', '2025-03-01', 0],
  ])
})

test('an office’s report tells each site that asked something else', async () => {
  const { gather, set, report } = await opened()
  await gather('desa', '2026-02-01', [4, 0, 0, 0])
  await gather('kota', '2026-02-01', [0, 0, 0, 5])
  await gather('kota', '2026-03-01', [0, 0, 6, 0])
  await set('kota', '2026-03-01', EASY)
  const office = { key: 'kabupaten', name: 'Kabupaten', parent: null }
  const made = await report({ kind: 'office', office }, '2026-T1')
  expect(
    made?.wordings.map(({ site, parts }) => [site.key, parts.map(({ result: { n } }) => n)]),
  ).toEqual([['kota', [5, 6, 0, 0]]])
  const article: ReportScope = {
    kind: 'article',
    site: siteOf('kota'),
    article: 'kota.go.id/berita/1',
  }
  const own = await report(article, '2026-T1')
  expect(own?.wordings[0]?.parts.map(({ result: { n, index } }) => [n, index])).toEqual([
    ...[[5, 2500] as const, [6, 5000] as const, [0, null] as const, [0, null] as const],
  ])
})

test('of several changes on a day the last one stands; what came back that day began nothing', async () => {
  const { store, set } = await opened()
  await set('desa', '2026-02-10', CLEAR)
  await set('desa', '2026-02-10', { wording: { ...CLEAR.wording, en: { question: 'Clear?' } } })
  await set('desa', '2026-02-10', { wording: { ...EASY.wording, en: { question: 'Clear?' } } })
  await set('desa', '2026-02-11', CLEAR)
  await set('desa', '2026-02-11', { wording: { ...EASY.wording, en: { question: 'Clear?' } } })
  const series = await readWordingSeries(store, siteOf('desa'))
  expect(series.map(({ day, language }) => [day, language])).toEqual([
    ['2026-02-10', 'id'],
    ['2026-02-10', 'en'],
  ])
  expect(series[0]).toMatchObject({
    former: { question: 'Bagaimana Tanggapan Anda?', labels: { puas: 'Puas' } },
    wording: { question: 'Bagaimana Tanggapan Anda?', labels: { puas: 'Mudah' } },
  })
  const before = wordingsOn(series, '2026-02-09')
  expect(before.map(({ language, wording }) => [language, wording.question])).toEqual([
    ['id', 'Bagaimana Tanggapan Anda?'],
    ['en', 'What do you think of this article?'],
  ])
  expect(wordingsOn(series, '2026-02-10')[1]?.wording.question).toBe('Clear?')
})

test('what is set on the day that a site is added is what it asks from the start', async () => {
  const { store, set } = await opened()
  await set('desa', '2026-01-01', CLEAR)
  expect(await readWordingSeries(store, siteOf('desa'))).toEqual([])
  await set('desa', '2026-01-02', EASY)
  const series = await readWordingSeries(store, siteOf('desa'))
  expect(series.map(({ day }) => day)).toEqual(['2026-01-02'])
  expect(changesWithin(series, { from: '2026-01-02', to: '2026-01-31' })).toEqual([])
  expect(changesWithin(series, { from: '2026-01-01', to: '2026-01-02' })).toHaveLength(1)
})
