import type { PendingReason } from '../../shared/standing.ts'
import type { VotesByChoice } from '../../shared/votes-by-choice.ts'
import type { ArticleId } from './article-id.ts'

/** What was counted on some past days. */
export interface PastCounts {
  /** Days since the first of them that has anything; 0 without one. */
  readonly days: number
  readonly views: number
  readonly votes: VotesByChoice
}

/** Some votes of an article are pending. */
export interface PendingAt {
  readonly article: ArticleId
  readonly reason: PendingReason
  /** Whether the article is under review. */
  readonly review: boolean
}

/** The daily tallies, as evidence. Days are local to the site, YYYY-MM-DD. */
export interface History {
  /** What an article gathered from one day to before another. */
  readPast(article: ArticleId, from: string, before: string): Promise<PastCounts>
  /** The same of a whole site. */
  readPastOfSite(site: string, from: string, before: string): Promise<PastCounts>
  /** What votes are pending for that were first cast on a day or later, by article and reason. */
  readPending(from: string): Promise<readonly PendingAt[]>
  /**
   * At the sites of a time zone: sets `review` where of an article's votes since a day over one in
   * five, and at least five, are pending, and takes it back elsewhere.
   * @returns sites with an article that changed
   */
  markReviews(timeZone: string, from: string): Promise<readonly string[]>
}
