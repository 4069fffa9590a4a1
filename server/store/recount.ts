/** A sum that is not what its votes, or its parts, come to. */
export interface SumDifference {
  readonly site: string
  /** Key of the article. */
  readonly article: string
  readonly table: 'tallies' | 'uncounted' | 'totals'
  /** Null in `totals`. */
  readonly day: string | null
  /** Standing and reason in `uncounted`, such as `pending burst`; null elsewhere. */
  readonly standing: string | null
  readonly column: 'views' | 'sangat_puas' | 'puas' | 'cukup_puas' | 'tidak_puas'
  readonly stored: number
  readonly counted: number
}

/** What a step of a recount found. */
export interface Recounted {
  /** Number of the last article looked at; null where there are no more. */
  readonly next: number | null
  readonly articles: number
  readonly differences: readonly SumDifference[]
}

/**
 * Counts anew what triggers count all the time: tallies and what is not counted from the votes and
 * what was folded of them, totals from the tallies. Views of a day have no rows of their own and
 * are taken as they are.
 */
export interface Recount {
  /**
   * Counts the next articles anew, some milliseconds at a time. A difference is told only where one
   * statement saw both sides of it, so that votes cast meanwhile make none.
   */
  recountArticles(after: number | null): Promise<Recounted>
  /**
   * Puts the sums of an article right, with a line in the audit log in the same transaction, and
   * marks the days for the chain.
   * @param note what was wrong, in words
   * @param at seconds since 1970
   */
  repairSums(
    article: { readonly site: string; readonly key: string },
    note: string,
    at: number,
    found: readonly SumDifference[],
  ): Promise<void>
}
