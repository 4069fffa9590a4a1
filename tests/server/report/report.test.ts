import { expect, onTestFinished, test } from 'vitest'
import { readPeriod } from '../../../server/domain/report/period.ts'
import { refreshSums } from '../../../server/domain/report/refresh-sums.ts'
import { makeReport } from '../../../server/domain/report/report.ts'
import { latestPeriods, readReportPeriod } from '../../../server/domain/report/report-period.ts'
import type { ReportScope } from '../../../server/domain/report/report-scope.ts'
import { createUnitResults } from '../../../server/domain/report/unit-results.ts'
import { createSharedStore } from '../../../server/store/shared-store.ts'
import type { Site } from '../../../server/store/store.ts'
import { openMigrated } from '../../support/opened-database.ts'
import { reportGround } from '../../support/report-ground.ts'

const NOON = Date.parse('2026-04-10T05:00Z')
const AUDIT = { at: 1, actor: 'x', action: 'x', site: null, article: null, note: '' }

function siteOf(key: string): Site {
  const origin = { origin: `https://${key}.go.id`, role: 'primary' } as const
  const more = { settings: {}, loopback: false, intranet: false, addedAt: 0, origins: [origin] }
  return { key, name: `Situs ${key}`, timeZone: 'Asia/Jakarta', ...more }
}

/** Two sites below one regency; each article with its votes by choice on a day. */
async function opened() {
  const database = await openMigrated(':memory:')
  onTestFinished(() => database.close())
  const store = createSharedStore(database)
  const tree = [
    ['kabupaten', 'Kabupaten', null],
    ['dinkes', 'Dinas Kesehatan', 'kabupaten'],
    ['puskesmas', 'Puskesmas Kota', 'dinkes'],
  ] as const
  for (const [key, name, parent] of tree) await store.addOffice({ key, name, parent }, AUDIT)
  for (const key of ['desa', 'kota']) await store.addSite(siteOf(key))
  await store.assignSite('desa', 'kabupaten', AUDIT)
  await store.assignSite('kota', 'puskesmas', AUDIT)
  const section = { site: 'desa', prefix: 'desa.go.id/sehat', name: 'Sehat', office: 'dinkes' }
  await store.setSection(section, AUDIT)
  const gather = async (site: string, path: string, day: string, counts: readonly number[]) => {
    const key = `${site}.go.id/${path}`
    await store.verifyArticles(site, [{ key, title: `Judul ${path}` }], true)
    await database.write([
      {
        sql: `insert into tallies (article, day, views, sangat_puas, puas, cukup_puas, tidak_puas)
          select id, ?3, 10 * (?4 + ?5 + ?6 + ?7), ?4, ?5, ?6, ?7 from articles
          where site = ?1 and key = ?2`,
        args: [site, key, day, ...counts],
      },
    ])
  }
  const report = async (scope: ReportScope, code = '2026-T1') => {
    await refreshSums(reportGround(store), NOON, false)
    const period = readReportPeriod(code)
    if (!period) throw new Error(`${code} is no period of a report`)
    const readUnitResults = createUnitResults(store, () => NOON)
    return makeReport({ store, readUnitResults, now: NOON }, scope, period)
  }
  return { store, gather, report }
}

const KABUPATEN = { key: 'kabupaten', name: 'Kabupaten', parent: null }
const OFFICE: ReportScope = { kind: 'office', office: KABUPATEN }

test('an office’s report pools everything below it, on whichever site', async () => {
  const { gather, report } = await opened()
  await gather('desa', 'berita/1', '2026-01-05', [14, 2, 1, 2])
  await gather('desa', 'sehat/1', '2026-02-05', [1, 0, 0, 0])
  await gather('kota', 'a/1', '2026-03-31', [0, 0, 0, 10])
  await gather('kota', 'a/1', '2026-04-01', [9, 0, 0, 0])
  const made = await report(OFFICE)
  expect(made).toMatchObject({
    ...{ office: 'Kabupaten', zones: ['Asia/Jakarta'], closed: true, complete: true, title: null },
    total: {
      // Σ 66 + 4 + 10 over 30 votes.
      now: { n: 30, views: 300, index: 6667, grade: 'C', satisfied: { k: 17, n: 30 } },
      before: { n: 0, index: null, grade: null, percentages: null, interval: null },
      ...{ hundredths: null, change: null },
    },
  })
  expect(made?.offices.map(({ key, depth, now: { n } }) => [key, depth, n])).toEqual([
    ['dinkes', 0, 11],
    ['puskesmas', 1, 10],
  ])
  expect(made?.sections.map(({ site, name, now: { n, index } }) => [site, name, n, index])).toEqual(
    [
      ['desa', 'Sehat', 1, 10_000],
      ['desa', 'berita', 19, 8684],
      ['kota', 'a', 10, 2500],
    ],
  )
  expect(made?.trend.map(({ period: { code }, result: { n } }) => [code, n]).slice(-3)).toEqual([
    ['2026-01', 19],
    ['2026-02', 1],
    ['2026-03', 10],
  ])
  expect(made?.trend).toHaveLength(12)
  // Nothing reaches thirty votes, so that the nearest stand there, most votes first.
  expect(made?.best.ranked).toBe(false)
  expect(made?.best.items.map(({ key, n }) => [key, n])).toEqual([
    ['desa.go.id/berita/1', 19],
    ['kota.go.id/a/1', 10],
    ['desa.go.id/sehat/1', 1],
  ])
})

test('the origin article’s figures are those of the domain', async () => {
  const { gather, report } = await opened()
  await gather('desa', 'berita/1', '2026-01-05', [14, 2, 1, 2])
  await gather('desa', 'berita/2', '2026-01-05', [1, 0, 0, 0])
  const scope: ReportScope = {
    ...{ kind: 'article', site: siteOf('desa'), article: 'desa.go.id/berita/1' },
  }
  expect(await report(scope)).toMatchObject({
    ...{ office: 'Kabupaten', title: 'Judul berita/1', offices: [], sections: [] },
    total: {
      now: {
        ...{ n: 19, views: 190, index: 8684, satisfied: { k: 16, n: 19 } },
        // [2,871917, 3,736779] on the scale of scores, and below thirty votes no grade.
        ...{ interval: { low: 7180, high: 9342 }, grade: null },
        percentages: { tenths: { 'sangat-puas': 737, puas: 105, 'cukup-puas': 53 }, decimals: 1 },
      },
    },
  })
  expect(await report({ ...scope, article: 'desa.go.id/berita/3' })).toBe(null)
})

test('a change is called one only where the intervals say so', async () => {
  const { gather, report } = await opened()
  await gather('desa', 'berita/1', '2025-02-05', [0, 0, 0, 60])
  await gather('desa', 'berita/1', '2025-12-05', [30, 20, 5, 5])
  await gather('desa', 'berita/1', '2026-01-05', [33, 20, 5, 5])
  await gather('desa', 'berita/2', '2026-01-05', [0, 0, 0, 40])
  const made = await report({ kind: 'site', site: siteOf('desa') })
  expect(made?.total).toMatchObject({ change: 'lower', now: { n: 103 }, before: { n: 60 } })
  expect(made).toMatchObject({ yearChange: 'higher', yearBefore: { index: 2500 } })
  expect(made?.best).toMatchObject({
    ranked: true,
    items: [{ key: 'desa.go.id/berita/1' }, { key: 'desa.go.id/berita/2' }],
  })
  expect(made?.attention.items.map(({ key }) => key)).toEqual([
    ...['desa.go.id/berita/2', 'desa.go.id/berita/1'],
  ])
  expect(made?.offices.map(({ key, now: { n } }) => [key, n])).toEqual([['kabupaten', 103]])
  expect(await report({ kind: 'site', site: siteOf('desa') }, '2026-T2')).toMatchObject({
    closed: false,
    total: { now: { n: 0 }, before: { n: 103 } },
  })
})

test.each(['2026-03-05', '2026-W10', '2026-01-01..2026-02-01', '2026-T5', '', 'all'])(
  'nobody reports by %j',
  (code) => expect(readReportPeriod(code)).toBe(null),
)

test('periods to choose from begin with the present one', () => {
  const codes = latestPeriods('quarter', '2026-02-10', 3).map(({ code }) => code)
  expect(codes).toEqual(['2026-T1', '2025-T4', '2025-T3'])
  expect(readReportPeriod('2026-S2')).toEqual(readPeriod('2026-S2'))
})
