import type { ArticleId } from '../article-id.ts'
import type { Page, PageAsked } from '../moderation-reads.ts'
import type { Gathered, ListedArticle } from './article-periods.ts'
import type { Pooled } from './pooling.ts'
import type { Days } from './report-reads.ts'

/** What one article with its aliases gathered in some days, until now. */
export interface ArticleDays extends Pooled {
  /** Of the article itself, whichever alias was asked for. */
  readonly key: string
  readonly title: string | null
  readonly verified: boolean
  /** 0 for none yet. */
  readonly unit: number
}

/** What one article with its aliases gathered in a day. */
export interface ArticleDay extends Gathered {
  /** YYYY-MM-DD */
  readonly day: string
}

/** Which articles of a site in a period, whatever their order. */
export interface ArticlesOfPeriod {
  readonly site: string
  /** `2026-03`, `2026-T1`, `2026-S1`, `2026`, `all`. */
  readonly period: string
  /** Days of the period, local to the site: what was not summed yet is added. */
  readonly from: string
  readonly to: string
  /** Only articles of these units. */
  readonly units?: readonly number[] | undefined
  /** Only articles that have this in title or key, whichever the case of A to Z. */
  readonly search?: string | undefined
  /** Only articles that their own site has. */
  readonly verified?: boolean | undefined
}

/** An article with what it brought from an older counter. */
export interface AddressedArticle extends ListedArticle {
  readonly opening: Gathered | null
}

/** Articles as reports and exports read them: aliases stand for what they count as. */
export interface ArticleReads {
  /** @returns null for an article that there is not */
  readArticleDays(article: ArticleId, days: Days): Promise<ArticleDays | null>
  /**
   * Days of which there is anything, the latest first; until now.
   * @param most number of days
   */
  readArticleHistory(article: ArticleId, days: Days, most: number): Promise<readonly ArticleDay[]>
  /**
   * In the order of their addresses, which never change: a list that is read for hours has each
   * article once.
   */
  listByAddress(filter: ArticlesOfPeriod, page: PageAsked): Promise<Page<AddressedArticle>>
  /** How many that list has now, in short statements. */
  countArticles(filter: ArticlesOfPeriod): Promise<number>
}
