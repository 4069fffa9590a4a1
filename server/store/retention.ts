/** Where a walk over the votes stands: behind this vote. */
export interface VotePlace {
  readonly article: number
  /** As 32 hexadecimal digits. */
  readonly voter: string
}

export interface RetentionTerms {
  /**
   * Hours since 1970. Of votes whose last turn was in an hour before this one the hour is
   * forgotten; counted votes that were withdrawn go.
   */
  readonly hoursBefore: number
  /** Votes of days up to this one are sealed, YYYY-MM-DD; null for none. */
  readonly sealedThrough: string | null
  /** For the audit log, in seconds since 1970. */
  readonly at: number
}

/** What became of the votes that a step of the walk passed. */
export interface Swept {
  /** Null at the end. */
  readonly next: VotePlace | null
  /** Votes whose hour was forgotten. */
  readonly hours: number
  /** Withdrawn votes whose row went. */
  readonly withdrawn: number
  /** Votes that were still pending when they were sealed. */
  readonly expired: number
  /** Votes that are now part of a sum, without their voters. */
  readonly sealed: number
}

/** What is forgotten when its time is over. Each call is one short transaction. */
export interface Retention {
  /**
   * Passes the next votes: whose time is over, by these terms, is forgotten, dropped or sealed.
   * Sealing keeps every sum as it is; what was pending until then becomes excluded as `expired`,
   * with its line in the audit log.
   */
  sweepVotes(after: VotePlace | null, terms: RetentionTerms): Promise<Swept>
  /**
   * Drops some of the audit log's oldest lines.
   * @param before seconds since 1970; what is younger stays
   * @returns number of lines dropped; 0 when none is older
   */
  dropAudit(before: number): Promise<number>
  /** What was kept last of how far the upkeep has come; null before the first time. */
  readUpkeep(): Promise<string | null>
  keepUpkeep(state: string): Promise<void>
}
