import type { Standing } from '../../../shared/standing.ts'
import type { ArticleId } from '../store.ts'
import type { Days } from './report-reads.ts'

/** What is known of one article beside its counts; of the article itself, whichever alias was asked for. */
export interface ArticleFacts {
  readonly key: string
  /** Its own office, before that of its section; null for none. */
  readonly office: string | null
  readonly verified: boolean
  /** Why the last attempt to verify it failed; null without one. */
  readonly failure: string | null
  /** Whether its site will be asked for it again. */
  readonly waits: boolean
}

/** Votes of an article with its aliases that are set aside for one reason. Never their choices. */
export interface AsideReason {
  readonly standing: Exclude<Standing, 'counted'>
  readonly reason: string
  readonly votes: number
}

/** One article as its own page tells of it. Each call is short: an article has a row a day and reason. */
export interface ArticleDetails {
  /** @returns null for an article that there is not */
  readArticleFacts(article: ArticleId): Promise<ArticleFacts | null>
  /** Pending ones first, the commonest reason first; until now. */
  readArticleAside(article: ArticleId, days: Days): Promise<readonly AsideReason[]>
}
