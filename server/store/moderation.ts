import type { PendingReason, Reason, Standing } from '../../shared/standing.ts'

/** Votes of a site that are of one standing, narrowed by what else is given. */
export interface VoteSelection {
  readonly site: string
  readonly standing: Standing
  /** Key of an article. */
  readonly article?: string | undefined
  readonly reason?: Reason | undefined
  /** First and last local day of the first cast, YYYY-MM-DD. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Keyed hashes as 32 lower-case hexadecimal digits. */
  readonly voters?: readonly string[] | undefined
}

/**
 * The standing that votes are given. An excluded vote keeps what it was pending for where the
 * reason is null; one that was counted is then excluded for `moderation`.
 */
export type NewStanding =
  | { readonly standing: 'counted' }
  | { readonly standing: 'pending'; readonly reason: PendingReason }
  | { readonly standing: 'excluded'; readonly reason: Reason | null }

/** A line of the audit log. */
export interface AuditEntry {
  /** Seconds since 1970. */
  readonly at: number
  /** `system`, `operator`, or the name of an API token. */
  readonly actor: string
  /** What was done, one word: `release`, `suspend`, `exclude`, … */
  readonly action: string
  readonly site: string | null
  readonly article: string | null
  /** Why, in words. */
  readonly note: string
}

/** What decides about votes after they were cast, and the book of who decided. */
export interface Moderation {
  /**
   * Gives the selected votes a standing and writes the audit line in the same transactions; many
   * votes go in several. Nothing is written where no vote is selected.
   * @param told called after each transaction with the number of votes that it changed
   * @returns number of votes changed
   */
  changeStanding(
    votes: VoteSelection,
    to: NewStanding,
    audit: AuditEntry,
    told?: (changed: number) => void,
  ): Promise<number>
  /** Writes a line for something that touches no vote. */
  addAudit(entry: AuditEntry): Promise<void>
}
