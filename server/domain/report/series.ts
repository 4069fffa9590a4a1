import type { Days, Pooled, Site, Store } from '../../store/store.ts'
import { dayBefore } from '../day-before.ts'
import { localDay } from '../local-day.ts'
import { monthlySpans } from './monthly-spans.ts'
import type { Period } from './period.ts'
import { NOTHING, pool } from './pool-sums.ts'
import type { Result } from './result.ts'
import { seriesOf } from './series-of.ts'
import { seriesSteps } from './series-steps.ts'
import type { ReadUnitResults } from './unit-results.ts'

/** A step of a series. */
export interface SeriesStep {
  /** A day, a week, a month, or the part of one that is in the series' period. */
  readonly period: Period
  readonly result: Result
  /**
   * `outage`: a step that is over and has neither a view nor a vote, though its site was measured
   * before. It is no zero: nothing was counted. `coming`: a step that has not begun.
   */
  readonly state: 'measured' | 'outage' | 'coming'
}

/** What some units gathered, step by step, in order. */
export type Series = readonly SeriesStep[]

/** A site with the group, any whole number, that each of its units is pooled into. */
export interface GroupedSite {
  readonly site: Site
  /** Units that are not in it are left out; 0 is what is sorted into no unit yet. */
  readonly groups: ReadonlyMap<number, number>
}

interface SeriesGround {
  readonly store: Pick<Store, 'readSeries' | 'readThrough' | 'readFirstDay'>
  readonly readUnitResults: ReadUnitResults
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Pools by day (YYYY-MM-DD) or month (YYYY-MM), one map for each group. */
type Gathered = Map<number, Map<string, Pooled>>

/**
 * One series for each group of units, all with the same steps: days for a month at most, weeks for a
 * semester at most, else months. Today is included until now. Votes are pooled over all sites.
 *
 * `readScope` tells which units a site has. One series of a whole site:
 * `(await readSeries(ground, [{ site, groups: new Map([...units.keys()].map((unit) => [unit, 0])) }], period)).get(0)`
 */
export async function readSeries(
  ground: SeriesGround,
  sites: readonly GroupedSite[],
  period: Period,
): Promise<ReadonlyMap<number, Series>> {
  const steps = seriesSteps(period)
  const byMonth = steps.some(({ kind }) => kind === 'month')
  const gathered: Gathered = new Map()
  let today = ''
  let measuredBefore = false
  // One site after another: votes take turns with them.
  for (const grouped of sites) {
    for (const group of grouped.groups.values())
      gathered.set(group, gathered.get(group) ?? new Map())
    const day = localDay(grouped.site.timeZone, ground.now)
    if (day > today) today = day
    const first = await ground.store.readFirstDay(grouped.site.key)
    measuredBefore ||= first !== null && first < period.from
    await gatherSite(ground, grouped, { days: period, byMonth, today: day }, gathered)
  }
  const series = ([group, pools]: readonly [number, ReadonlyMap<string, Pooled>]) =>
    [group, seriesOf(steps, pools, today, measuredBefore)] as const
  return new Map([...gathered].map(series))
}

async function gatherSite(
  { store, readUnitResults }: SeriesGround,
  { site, groups }: GroupedSite,
  {
    days,
    byMonth,
    today,
  }: { readonly days: Days; readonly byMonth: boolean; readonly today: string },
  gathered: Gathered,
): Promise<void> {
  const add = (group: number, step: string, sum: Pooled) => {
    const pools = gathered.get(group)
    pools?.set(step, pool(pools.get(step) ?? NOTHING, sum))
  }
  // Read first: a day that closes meanwhile comes out of its sums all the same.
  const through = (await store.readThrough(site.key)) ?? ''
  const to = [days.to, through].sort()[0] ?? ''
  const spans = byMonth
    ? monthlySpans({ from: days.from, to })
    : [{ step: 'day', from: days.from, to } as const]
  for (const { step, ...span } of spans) {
    if (span.from > span.to) continue
    for (const point of await store.readSeries(site.key, step, span, [...groups])) {
      add(point.group, point.step, point)
    }
  }
  for (let day = dayBefore(today, 2); day <= today; day = dayBefore(day, -1)) {
    if (day <= through || day < days.from || day > days.to) continue
    const { sums } = await readUnitResults(site, { from: day, to: day })
    for (const sum of sums) {
      const group = groups.get(sum.unit)
      if (group !== undefined) add(group, day, sum)
    }
  }
}
