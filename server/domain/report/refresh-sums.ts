import { dayBefore } from '../day-before.ts'
import { localDay } from '../local-day.ts'
import { closeDays, poolStaleDays, recheckDays } from './pool-days.ts'
import { sortArticles } from './sort-articles.ts'
import { sumArticles } from './sum-articles.ts'
import type { SummingGround } from './summing-ground.ts'

/** How long a day has been over before it is summed: what was under way then has arrived. */
const AFTER_CLOSE = 60 * 60 * 1000

export interface Refreshed {
  /** Articles put in another unit. */
  readonly sorted: number
  /** Days of units summed, for the first time or anew. */
  readonly days: number
  /** Rows of articles' periods summed. */
  readonly periods: number
}

/**
 * Brings the sums that reports are read from up to date. It may be cut off at any moment: what it
 * had not come to is left for the next run, and what it had begun is done again.
 * @param now milliseconds since 1970
 * @param recheck whether to look at the latest closed days for what came late; once an hour will do
 */
export async function refreshSums(
  ground: SummingGround,
  now: number,
  recheck: boolean,
): Promise<Refreshed> {
  const { store } = ground
  let sorted = 0
  for (const summary of await store.readSummaries()) sorted += await sortArticles(ground, summary)

  const zones = new Map((await store.readSites()).map(({ key, timeZone }) => [key, timeZone]))
  const summaries = await store.readSummaries()
  const closed = summaries.flatMap((summary) => {
    const zone = zones.get(summary.site)
    if (zone === undefined) return []
    return [{ ...summary, lastClosed: dayBefore(localDay(zone, now - AFTER_CLOSE), 1) }]
  })
  let days = await closeDays(ground, closed)
  if (recheck) await recheckDays(ground, summaries)
  days += await poolStaleDays(ground, await store.readSummaries())
  return { sorted, days, periods: await sumArticles(ground) }
}
