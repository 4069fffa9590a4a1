import type { AuditEntry } from './moderation.ts'
import type { OpeningBalance } from './store.ts'

/** What one article brings from an older counter. */
export interface Opening extends OpeningBalance {
  /** Key of the article. */
  readonly key: string
}

/** Opening balances of many articles: moving in, and moving out again. */
export interface Openings {
  /** Which of the articles have an opening balance. */
  readOpened(site: string, keys: readonly string[]): Promise<ReadonlySet<string>>
  /**
   * Gives articles their opening balances, at most 500 at a time, making those that are missing. One that has a
   * balance keeps it. Writes a line in the audit log where anything was added.
   * @returns how many were added
   */
  addOpenings(site: string, openings: readonly Opening[], audit: AuditEntry): Promise<number>
  /**
   * Takes back at most so many of the opening balances that came from a source, on a date or on any. Their articles stay.
   * @returns how many were taken back; 0 once none is left
   */
  removeOpenings(
    site: string,
    from: OpeningSource,
    most: number,
    audit: AuditEntry,
  ): Promise<number>
}

/** What an import said of where its counts come from. */
export type OpeningSource = Pick<OpeningBalance, 'source' | 'date'>
