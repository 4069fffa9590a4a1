import type { Pooled, UnitSum } from './pooling.ts'
import type { UnitParts } from './sorting.ts'

/** A unit with what its office is looked up by. */
export interface Unit extends UnitParts {
  readonly id: number
  readonly site: string
}

/** Days of a period, YYYY-MM-DD: the first and the last. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** What a group of units gathered in a day, or in a month. */
export interface SeriesPoint extends Pooled {
  /** YYYY-MM-DD, or YYYY-MM. */
  readonly step: string
  /** As it was asked for. */
  readonly group: number
}

/** The sums of closed days, as reports read them: by unit, some thousand rows in a statement at most. */
export interface ReportReads {
  readUnits(): Promise<readonly Unit[]>
  /** The last day that is in the sums of a site; null before the first. */
  readThrough(site: string): Promise<string | null>
  /** The first day of a site that anything was gathered in, among the summed ones; null before that. */
  readFirstDay(site: string): Promise<string | null>
  /** What each unit of a site gathered in some days, as far as they are summed. */
  readUnitSums(site: string, days: Days): Promise<readonly UnitSum[]>
  /**
   * What groups of units gathered, step by step.
   * @param groups which unit is in which group; others are left out
   */
  readSeries(
    site: string,
    step: 'day' | 'month',
    days: Days,
    groups: readonly (readonly [unit: number, group: number])[],
  ): Promise<readonly SeriesPoint[]>
}
