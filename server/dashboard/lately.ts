import { dayBefore } from '../domain/day-before.ts'
import { localDay } from '../domain/local-day.ts'
import { NOTHING, pool } from '../domain/report/pool-sums.ts'
import type { Pooled, Site } from '../store/store.ts'
import type { DashboardAct } from './dashboard-route.ts'

/** What a site gathered today until now, and in the seven days that end with it. */
export interface Lately {
  readonly site: Site
  readonly today: Pooled
  readonly week: Pooled
}

/** Of each site, from the sums of its closed days and the day's tallies, which all share. */
export async function readLately(
  { readUnitResults, now }: Pick<DashboardAct, 'readUnitResults' | 'now'>,
  sites: readonly Site[],
): Promise<readonly Lately[]> {
  const lately: Lately[] = []
  // One site after another: votes take turns with them.
  for (const site of sites) {
    const to = localDay(site.timeZone, now * 1000)
    const sum = async (from: string) =>
      (await readUnitResults(site, { from, to })).sums.reduce(pool, NOTHING)
    lately.push({ site, today: await sum(to), week: await sum(dayBefore(to, 6)) })
  }
  return lately
}
