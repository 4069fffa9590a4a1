import type { ArticleId } from '../article-id.ts'
import type { AuditEntry } from '../moderation.ts'

/** What came of a change; nothing was written unless it is `done`. */
export type AliasChange =
  | 'done'
  /** There is no such article, or no such alias. */
  | 'unknown'
  /** One of the two is an alias already, or the first has aliases. */
  | 'chain'

/** Articles that count as another of their site. Rows stay under their own key, so that undoing is exact. */
export interface Aliases {
  /** @param target key of the article that it counts as from now on */
  setAlias(article: ArticleId, target: string, audit: AuditEntry): Promise<AliasChange>
  removeAlias(article: ArticleId, audit: AuditEntry): Promise<AliasChange>
  /** Keys of the articles that count as this one. */
  readAliases(article: ArticleId): Promise<readonly string[]>
}
