import type { VotesByChoice } from '../../shared/votes-by-choice.ts'
import type { ArticleId } from './article-id.ts'
import type { AuditEntry } from './moderation.ts'
import type { Page, PageAsked } from './moderation-reads.ts'

/** Counts taken over from an older counter, kept apart from what was measured. */
export interface OpeningBalance {
  readonly views: number
  readonly votes: VotesByChoice
  readonly source: string
  /** YYYY-MM-DD */
  readonly date: string
  readonly estimate: boolean
}

/** What one article brings from an older counter. */
export interface Opening extends OpeningBalance {
  /** Key of the article. */
  readonly key: string
}

/** An opening balance as it is kept. */
export interface KeptOpening extends Opening {
  /** The import that it is of, as long as nobody changed it; null for one that was set by hand. */
  readonly broughtBy: number | null
}

/** What an older counter was: a table that people made, or a plugin of WordPress. */
export type ImportKind = 'table' | 'wp-polls' | 'wp-postratings' | 'wp-postviews'

/** A table that is brought in. */
export interface NewImport extends Pick<OpeningBalance, 'source' | 'date' | 'estimate'> {
  readonly site: string
  readonly kind: ImportKind
  /** Name of the file; empty where it is not known. */
  readonly file: string
  /** Seconds since 1970; 0 for before these were written down. */
  readonly at: number
  /** Articles that it is about. */
  readonly planned: number
}

/** A table that was brought in. */
export interface Import extends NewImport {
  readonly id: number
  /** Articles that were given a balance, and whose balance was taken back. */
  readonly added: number
  readonly removed: number
}

/** Opening balances: of one article, of many that move in together, and moving out again. */
export interface Openings {
  readOpening(article: ArticleId): Promise<KeptOpening | null>
  /** All of a site, the article that was known last before the others. */
  readOpenings(site: string, page: PageAsked): Promise<Page<KeptOpening>>
  /**
   * Gives an article another opening balance, or none, making the article where needed. Nothing happens, and nothing
   * is logged, where it has another one by now than was thought.
   * @returns whether it was done
   */
  changeOpening(
    article: ArticleId,
    thought: KeptOpening | null,
    to: KeptOpening | null,
    audit: AuditEntry,
  ): Promise<boolean>
  /** Which of the articles have an opening balance. */
  readOpened(site: string, keys: readonly string[]): Promise<ReadonlySet<string>>
  /** @returns its id; what it brings is added next */
  addImport(begun: NewImport): Promise<number>
  readImport(site: string, id: number): Promise<Import | null>
  /** The latest first. */
  readImports(site: string, page: PageAsked): Promise<Page<Import>>
  /**
   * Gives articles the opening balances of an import, at most 500 at a time, making those that are missing. One that
   * has a balance keeps it. Writes a line in the audit log where anything was added.
   * @returns how many were added
   */
  addOpenings(brought: Import, openings: readonly Opening[], audit: AuditEntry): Promise<number>
  /**
   * Takes back at most so many of the opening balances that an import brought; one that was changed since is not among
   * them. Their articles stay.
   * @returns how many were taken back; 0 once none is left
   */
  removeOpenings(
    brought: Pick<Import, 'id' | 'site'>,
    most: number,
    audit: AuditEntry,
  ): Promise<number>
}
