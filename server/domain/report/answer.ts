import type { Days, Pooled, Site } from '../../store/store.ts'
import { type Change, compareIndex, compareShares } from './comparison.ts'
import { type Period, previousPeriod, sameOfLastYear } from './period.ts'
import { NOTHING, pool } from './pool-sums.ts'
import { type Result, resultOf } from './result.ts'
import type { ReadUnitResults } from './unit-results.ts'

/** A site, or only some of its units. */
export interface AnsweredSite {
  readonly site: Site
  readonly units?: { has(unit: number): boolean } | undefined
}

/** An earlier result, and what may be said of the later one beside it. */
export interface Earlier {
  readonly period: Period
  readonly result: Result
  /** How the share of those who are satisfied moved; null where one of the two has no votes. */
  readonly share: Change | null
  /** The same of the index, with the whole hundredths that it moved by. */
  readonly index: Change | null
  readonly hundredths: number | null
}

/** What some sites gathered in a period, beside the one before and the same one of last year. */
export interface Answer {
  readonly period: Period
  readonly now: Result
  readonly before: Earlier
  readonly lastYear: Earlier
  /** False while sums of closed days are missing. */
  readonly complete: boolean
}

/** Votes are pooled over all sites and units. */
export async function readAnswer(
  read: ReadUnitResults,
  sites: readonly AnsweredSite[],
  period: Period,
): Promise<Answer> {
  const now = await gather(read, sites, period)
  const before = await gather(read, sites, previousPeriod(period))
  const lastYear = await gather(read, sites, sameOfLastYear(period))
  const complete = now.complete && before.complete && lastYear.complete
  return answerOf(period, { now: now.sum, before: before.sum, lastYear: lastYear.sum }, complete)
}

/** What was gathered in a period, in the one before and in the same one of last year. */
export interface BesideEarlier<Sums = Pooled> {
  readonly now: Sums
  readonly before: Sums
  readonly lastYear: Sums
}

/** The answer from what was gathered. */
export function answerOf(
  period: Period,
  { now, before, lastYear }: BesideEarlier,
  complete: boolean,
): Answer {
  const later = resultOf(now)
  const earlier = (of: Period, sum: Pooled): Earlier => {
    const result = resultOf(sum)
    const { hundredths, change } = compareIndex(sum.votes, now.votes)
    const share = compareShares(result.satisfied, later.satisfied)
    return { period: of, result, share, index: change, hundredths }
  }
  return {
    ...{ period, now: later, before: earlier(previousPeriod(period), before) },
    ...{ lastYear: earlier(sameOfLastYear(period), lastYear), complete },
  }
}

async function gather(read: ReadUnitResults, sites: readonly AnsweredSite[], days: Days) {
  let [sum, complete] = [NOTHING, true]
  // One site after another: votes take turns with them.
  for (const { site, units } of sites) {
    const results = await read(site, days)
    complete &&= results.complete
    for (const one of results.sums) if (!units || units.has(one.unit)) sum = pool(sum, one)
  }
  return { sum, complete }
}
