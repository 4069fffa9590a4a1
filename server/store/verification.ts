import type { ArticleId } from './article-id.ts'

/** An article that waits for its site's own word. */
export interface UnverifiedArticle {
  readonly article: ArticleId
  /** Attempts so far, all of them without success. */
  readonly attempts: number
}

/** When an article is tried again. */
export interface NextAttempt {
  /** In seconds since 1970. */
  readonly at: number
  /** False where it takes no place from new articles, and its turn only after theirs. */
  readonly keepsPlace: boolean
}

/** An article as its own site, or an admin, gives it. */
export interface KnownPage {
  readonly key: string
  /** Plain text; null leaves the title as it is. */
  readonly title: string | null
}

/** An article that may be listed where everybody sees it. */
export interface ListedArticle {
  readonly key: string
  readonly title: string | null
}

/** Articles of a site that failed for the same reason. */
export interface FailedArticles {
  readonly reason: string
  readonly articles: number
  /** One of them, for people to look at. */
  readonly example: string
}

/** What a site itself says of its articles: that they exist, and how they are called. */
export interface Verification {
  /**
   * Articles to be tried now, longest due first: of each site at most `most`, and one more of those
   * that keep no place.
   */
  readDueArticles(now: number, most: number): Promise<readonly UnverifiedArticle[]>
  /**
   * Keeps that articles exist. One that nobody viewed yet is made only where `make` is true.
   * @returns number of articles made or changed
   */
  verifyArticles(site: string, pages: readonly KnownPage[], make: boolean): Promise<number>
  /**
   * Keeps why an attempt failed, as a word of the rules.
   * @param next null gives the article up: it stays unverified, and waits no more
   */
  failArticle(article: ArticleId, reason: string, next: NextAttempt | null): Promise<void>
  /** Has every unverified article of a site tried again from the start, those given up too. */
  retryArticles(site: string): Promise<void>
  /**
   * How many articles of its site wait to be verified: what a new article needs a place beside.
   * Null where the article is there already and needs none.
   */
  countBeside(article: ArticleId): Promise<number | null>
  /** Whether a site's pages may be on private addresses and plain http. Has them tried again. */
  setIntranet(site: string, on: boolean): Promise<void>
  /**
   * Verified articles by their keys: the only read that lists may come from which everybody
   * sees, since anybody can have a reader's request name an address.
   * @param after the last key seen before; empty to begin
   */
  listArticles(site: string, after: string, most: number): Promise<readonly ListedArticle[]>
  /** Why articles of a site are not verified, the commonest reason first. */
  readFailures(site: string): Promise<readonly FailedArticles[]>
}
