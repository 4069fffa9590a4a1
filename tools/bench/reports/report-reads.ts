import { localDay } from '../../../server/domain/local-day.ts'
import { createOfficeOf, rollUp } from '../../../server/domain/report/office-tree.ts'
import {
  type Period,
  periodOf,
  previousPeriod,
  sameOfLastYear,
} from '../../../server/domain/report/period.ts'
import { NOTHING, pool } from '../../../server/domain/report/pool-sums.ts'
import { createUnitResults } from '../../../server/domain/report/unit-results.ts'
import { SAMPLE_SITE } from '../../../server/domain/sample/sample-offices.ts'
import type { ArticleOrder, Pooled, Store } from '../../../server/store/store.ts'

const SITE = { key: SAMPLE_SITE, timeZone: 'Asia/Jakarta' }
const PAGE = 50
const ORDERS: readonly ArticleOrder[] = ['views', 'votes', 'best', 'attention']

interface Read {
  readonly name: string
  readonly read: (round: number) => Promise<unknown>
}

/** What the dashboard's pages read, each by a name. */
export async function reportReads(store: Store): Promise<readonly Read[]> {
  const results = createUnitResults(store, Date.now)
  const today = localDay(SITE.timeZone, Date.now())
  const year = periodOf('year', today)
  const month = periodOf('month', today)

  const offices = async (period: Period) => {
    const [tree, units, sections, sites] = await Promise.all([
      store.readOffices(),
      store.readUnits(),
      store.readSections(),
      store.readSiteOffices(),
    ])
    const officeOf = createOfficeOf(sections, sites)
    const named = new Map(units.map((unit) => [unit.id, officeOf(unit)]))
    const own = new Map<string, Pooled>()
    for (const sum of (await results(SITE, period)).sums) {
      const office = named.get(sum.unit) ?? sites.get(SITE.key) ?? ''
      own.set(office, pool(own.get(office) ?? NOTHING, sum))
    }
    return rollUp(tree, own)
  }
  const thrice = async (period: Period) => {
    for (const each of [period, previousPeriod(period), sameOfLastYear(period)]) await offices(each)
  }
  const units = await store.readUnits()
  const groups = units.map(({ id }) => [id, id % 40] as const)
  const list = (period: Period, order: ArticleOrder, more: object = {}) =>
    store.listByPeriod(
      { site: SITE.key, period: period.code, from: period.from, to: period.to, order, ...more },
      { after: null, most: PAGE },
    )
  const quarter = previousPeriod(periodOf('quarter', today))
  return [
    { name: 'offices, a month, two comparisons', read: () => thrice(month) },
    { name: 'offices, a year, two comparisons', read: () => thrice(year) },
    {
      name: 'days of a quarter by office',
      read: () => store.readSeries(SITE.key, 'day', quarter, groups),
    },
    {
      name: 'months of two years by office',
      read: () =>
        store.readSeries(
          SITE.key,
          'month',
          { ...year, from: `${previousPeriod(year).from}` },
          groups,
        ),
    },
    ...ORDERS.flatMap((order) => [
      { name: `articles of a quarter by ${order}`, read: () => list(quarter, order) },
      { name: `articles of a year by ${order}`, read: () => list(year, order) },
    ]),
    {
      name: 'articles of a year by views, of one office',
      read: (round) => list(year, 'views', { units: [units[round % units.length]?.id ?? 0] }),
    },
    {
      name: 'articles of a year that have a word',
      read: () => list(year, 'views', { search: 'Pasar Murah Ditunda' }),
    },
    {
      name: 'articles of a year, a word that none has',
      read: () => list(year, 'views', { search: 'tiada kata ini' }),
    },
  ]
}
