import type { VotesByChoice } from '../../../shared/votes-by-choice.ts'
import type { Page, PageAsked } from '../moderation-reads.ts'

/** Views and counted votes. */
export interface Gathered {
  readonly views: number
  readonly votes: VotesByChoice
}

/** What an article, or an alias of it, gathered in a month, by the days that have closed. */
export interface ArticleMonth extends Gathered {
  /** Id of the article that it counts for. */
  readonly article: number
  readonly site: string
  readonly unit: number
  /** The last closed day. */
  readonly through: string
  /** YYYY-MM; empty, with nothing gathered, of one that has no closed day. */
  readonly month: string
  /** What of it is of the latest 30 days. */
  readonly latest: Gathered
}

/** What an article with its aliases gathered in a period. */
export interface ArticlePeriod extends Gathered {
  readonly article: number
  /** `2026-03`, `2026-T1`, `2026-S1`, `2026`, `latest`, `all`. */
  readonly period: string
  readonly site: string
  readonly unit: number
  readonly through: string
  /** Number of votes. */
  readonly n: number
  /** Ranking bounds in millionths of a score; null where there are too few votes for a rank. */
  readonly low: number | null
  readonly high: number | null
}

/** An article of a list, with what it gathered in the period until now. */
export interface ListedArticle extends Gathered {
  readonly key: string
  readonly title: string | null
  readonly verified: boolean
  readonly unit: number
}

export type ArticleOrder =
  /** Most first. */
  | 'views'
  | 'votes'
  /** By the lower bound, highest first: only what has a rank. */
  | 'best'
  /** By the upper bound, lowest first: only what has a rank. */
  | 'attention'

export interface ArticleFilter {
  readonly site: string
  readonly period: string
  /** Days of the period, local to the site: what was not summed yet is added. */
  readonly from: string
  readonly to: string
  readonly order: ArticleOrder
  /** Only articles of these units. */
  readonly units?: readonly number[] | undefined
  /** Only articles that have this in title or key, whichever the case of A to Z. */
  readonly search?: string | undefined
  /** Only articles that their own site has. */
  readonly verified?: boolean | undefined
}

/** What articles gathered in periods, kept for lists in an order. */
export interface ArticlePeriods {
  /**
   * Takes some articles that were marked, the ones that they are aliases of with them.
   * @returns months of those; null where none is marked
   */
  claimArticles(claim: string, most: number): Promise<readonly ArticleMonth[] | null>
  /** Puts these in the place of all that is kept of the claimed articles, and lets go of them. */
  keepPeriods(claim: string, periods: readonly ArticlePeriod[]): Promise<void>
  /** The order is that of the last closed day, the figures are those of now. */
  listByPeriod(filter: ArticleFilter, page: PageAsked): Promise<Page<ListedArticle>>
}
