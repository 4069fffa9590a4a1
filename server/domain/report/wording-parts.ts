import type { Days, Pooled, Site, Store, WordingChange } from '../../store/store.ts'
import { dayBefore } from '../day-before.ts'
import { customPeriod, type Period } from './period.ts'
import { type Result, resultOf } from './result.ts'
import { type AskedIn, changesWithin, readWordingSeries, wordingsOn } from './wording-series.ts'

/** Periods that are told beside each other. */
export interface BesidePeriods {
  readonly now: Period
  readonly previous: Period
  readonly lastYear: Period
}

/** Days of a period on which a site asked the same, with what they gathered. */
export interface WordingPart {
  readonly of: keyof BesidePeriods
  readonly days: Period
  readonly asked: readonly AskedIn[]
  readonly result: Result
}

/** A site that asked something else within what a report tells. */
export interface SiteWordings {
  readonly site: Site
  /** From the earliest of the periods on, until the end of the report's own. */
  readonly changes: readonly WordingChange[]
  /** Of the report's own period; of an earlier one where it can't be held beside that as one. */
  readonly parts: readonly WordingPart[]
}

/** The part of a site's changes that a report tells, with the figures apart; null where there are none. */
export async function readWordingParts(
  store: Pick<Store, 'readWordings'>,
  site: Site,
  periods: BesidePeriods,
  gather: (days: Days) => Promise<Pooled>,
): Promise<SiteWordings | null> {
  const { now, previous, lastYear } = periods
  const [from = now.from] = [previous.from, lastYear.from].sort()
  const changes = changesWithin(await readWordingSeries(store, site), { from, to: now.to })
  if (changes.length === 0) return null
  const parts: WordingPart[] = []
  for (const of of ['now', 'previous', 'lastYear'] as const) {
    if (of !== 'now' && !isParted(changes, periods[of], now)) continue
    // One after another: votes take turns with them.
    for (const days of partsOf(periods[of], changes)) {
      const result = resultOf(await gather(days))
      parts.push({ of, days, asked: wordingsOn(changes, days.from), result })
    }
  }
  return { site, changes, parts }
}

/** Whether two periods, an earlier one and a later, were not all asked the same. */
export function isParted(changes: readonly WordingChange[], earlier: Days, later: Days): boolean {
  return changesWithin(changes, { from: earlier.from, to: later.to }).length > 0
}

/** Whether some site of a report has asked something else since an earlier period began. */
export function isOtherSince(
  report: { readonly wordings: readonly SiteWordings[]; readonly period: Period },
  earlier: Period,
): boolean {
  return report.wordings.some(({ changes }) => isParted(changes, earlier, report.period))
}

/** Days in the pieces between changes. */
export function partsOf({ from, to }: Days, changes: readonly WordingChange[]): readonly Period[] {
  const days = changesWithin(changes, { from, to }).map(({ day }) => day)
  const starts = [...new Set([from, ...days])]
  return starts.map((start, i) => {
    const next = starts[i + 1]
    return customPeriod(start, next === undefined ? to : dayBefore(next, 1))
  })
}
