import type { VotesByChoice } from '../../../shared/votes-by-choice.ts'

/** What was gathered together. */
export interface Pooled {
  readonly views: number
  /** Counted votes. */
  readonly votes: VotesByChoice
  /** Votes of all choices that are not counted. */
  readonly pending: number
  readonly excluded: number
}

/** What a unit's articles gathered. */
export interface UnitSum extends Pooled {
  readonly site: string
  /** 0 for articles that are in none yet. */
  readonly unit: number
}

export interface SiteDay {
  readonly site: string
  /** Local to the site, YYYY-MM-DD. */
  readonly day: string
}

/** Pools the tallies of days in units. Each call is short. */
export interface Pooling {
  /** The first day behind another of which there is anything, at whichever site. */
  readNextDay(after: string): Promise<string | null>
  /** Days that changed since they were pooled, or are being pooled. */
  readStaleDays(): Promise<readonly SiteDay[]>
  markDay(day: SiteDay): Promise<void>
  /** Takes a day to pool it: what changes from here on takes the claim off. */
  claimDay(day: SiteDay, claim: string): Promise<void>
  /** What all units gathered on a day, in pieces; a unit may come in several. */
  sumUnits(day: string): AsyncIterable<readonly UnitSum[]>
  /** What is kept of a day. */
  readUnitDay(day: SiteDay): Promise<readonly UnitSum[]>
  /**
   * Puts these sums in the place of a day's and its month's, and lets go of it; nothing where the
   * claim was taken off.
   * @param closing whether the sums of the site reach through this day then
   */
  keepDay(day: SiteDay, sums: readonly UnitSum[], claim: string, closing: boolean): Promise<void>
  /**
   * Marks some of the articles that have anything on a day, behind an id.
   * @returns the last of them; null where there are no more
   */
  markArticles(day: string, after: number): Promise<number | null>
}
