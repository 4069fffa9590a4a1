import type { Choice } from '../../shared/choice.ts'
import type { DropReason } from '../../shared/drop-reason.ts'
import type { SiteSettings } from '../../shared/site-settings.ts'
import type { Standing, Verdict } from '../../shared/standing.ts'
import type { VotesByChoice } from '../../shared/votes-by-choice.ts'
import type { AlertRules } from './alerts/alert-rules.ts'
import type { Deliveries } from './alerts/deliveries.ts'
import type { Digests } from './alerts/digests.ts'
import type { HeldBursts } from './alerts/held-bursts.ts'
import type { ApiTokens } from './api-tokens.ts'
import type { ArticleId } from './article-id.ts'
import type { ChainBook } from './chain-book.ts'
import type { History } from './history.ts'
import type { AuditEntry, Moderation } from './moderation.ts'
import type { ModerationReads } from './moderation-reads.ts'
import type { OpeningBalance, Openings } from './openings.ts'
import type { People } from './people.ts'
import type { Recount } from './recount.ts'
import type { Aliases } from './report/aliases.ts'
import type { ArticleDetails } from './report/article-details.ts'
import type { ArticlePeriods } from './report/article-periods.ts'
import type { ArticleReads } from './report/article-reads.ts'
import type { FollowUps } from './report/follow-ups.ts'
import type { Offices } from './report/offices.ts'
import type { Pooling } from './report/pooling.ts'
import type { ReportReads } from './report/report-reads.ts'
import type { Sorting } from './report/sorting.ts'
import type { Retention } from './retention.ts'
import type { SiteChanges } from './site-changes.ts'
import type { Verification } from './verification.ts'
import type { Moment, Wordings } from './wordings.ts'

export type * from './alerts/alert-rules.ts'
export type * from './alerts/deliveries.ts'
export type * from './alerts/digests.ts'
export type * from './alerts/held-bursts.ts'
export type { ApiToken, ApiTokens } from './api-tokens.ts'
export type { ArticleId } from './article-id.ts'
export type { ChainBook, ChainLink, ChangedDay, DaySum, SignedDay } from './chain-book.ts'
export type { PastCounts } from './history.ts'

export type { AuditEntry, Moderation, NewStanding, VoteSelection } from './moderation.ts'
export type * from './moderation-reads.ts'
export type * from './openings.ts'
export type * from './people.ts'
export type { Recounted, SumDifference } from './recount.ts'
export type * from './report/aliases.ts'
export type * from './report/article-details.ts'
export type * from './report/article-periods.ts'
export type * from './report/article-reads.ts'
export type * from './report/follow-ups.ts'
export type * from './report/offices.ts'
export type * from './report/pooling.ts'
export type * from './report/report-reads.ts'
export type * from './report/sorting.ts'
export type { RetentionTerms, Swept, VotePlace } from './retention.ts'
export type { KnownPage, NextAttempt, UnverifiedArticle, Verification } from './verification.ts'
export type * from './wordings.ts'

/** The vote that a ballot has at an article now. */
export interface OwnVote {
  readonly choice: Choice
  readonly standing: Standing
}

/** What is known of an article: measured counts, opening balance apart. */
export interface ArticleState {
  readonly closed: boolean
  /** True while its votes are being looked at. */
  readonly review: boolean
  readonly views: number
  /** Counted votes only. */
  readonly votes: VotesByChoice
  readonly opening: OpeningBalance | null
  /** The vote of the voter asked for; null for none, or a withdrawn one. */
  readonly own: OwnVote | null
}

/** A turn of a ballot: the choice it casts, or null to withdraw. */
export interface Turn {
  readonly article: ArticleId
  /** Keyed hash of the ballot, 16 bytes as 32 lower-case hexadecimal digits. */
  readonly voter: string
  /** The ballot's counter; only a higher one than the stored changes anything. */
  readonly turn: number
  readonly choice: Choice | null
  /** The site's local day, YYYY-MM-DD; kept from the first cast. */
  readonly day: string
  /** Hours since 1970. */
  readonly hour: number
  /**
   * How a first cast is judged, and one after a counted vote's withdrawal; any other change, and
   * a withdrawal, leaves the standing as it was.
   */
  readonly verdict: Verdict
}

export type OriginRole = 'primary' | 'additional' | 'mirror'

export interface Site {
  readonly key: string
  readonly name: string
  /** IANA zone that decides the site's day. */
  readonly timeZone: string
  readonly settings: SiteSettings
  /** Every loopback address and port counts as a mirror of the primary origin. */
  readonly loopback: boolean
  /** Its pages may be on private addresses and plain http when they are fetched. */
  readonly intranet: boolean
  /** When it was added, in seconds since 1970; 0 for long ago. */
  readonly addedAt: number
  readonly origins: readonly { readonly origin: string; readonly role: OriginRole }[]
}

/** Thrown when the database can't take a write now; nothing was acknowledged or kept. */
export class StorageError extends Error {
  override name = 'StorageError'
}

/**
 * Everything the rules ask of the database, in their own words. Each write is one atomic
 * batch; a promise that resolves means that the write is on disk, except for views, which
 * an exclusive store may hold back for at most a second.
 */
export interface Store
  extends Moderation,
    ModerationReads,
    Retention,
    ChainBook,
    Recount,
    Verification,
    History,
    ApiTokens,
    Offices,
    Aliases,
    Sorting,
    Pooling,
    ArticlePeriods,
    ReportReads,
    ArticleReads,
    ArticleDetails,
    FollowUps,
    Openings,
    AlertRules,
    Deliveries,
    Digests,
    HeldBursts,
    SiteChanges,
    Wordings,
    People {
  readSites(): Promise<readonly Site[]>
  /** Adds a site with its origins; one that exists already stays as it is. */
  addSite(site: Site): Promise<void>
  /**
   * Takes the place of all settings of a site, and keeps the wordings that change by that; nothing
   * for a site that does not exist.
   */
  setSettings(site: string, settings: SiteSettings, moment: Moment): Promise<void>
  /** Sets what an article brought from an older counter, making the article where needed. */
  setOpeningBalance(article: ArticleId, balance: OpeningBalance): Promise<void>
  /** Closes an article or opens it, making it where needed; with a line in the audit log if that changed it. */
  setClosed(article: ArticleId, closed: boolean, audit?: AuditEntry): Promise<void>
  /** Counts one view, making the article where needed. */
  recordView(article: ArticleId, day: string, voter: string | null): Promise<ArticleState>
  /** Counts a view that is answered and not counted as one; held back like the others. */
  dropView(site: string, day: string, reason: DropReason): Promise<void>
  readArticle(article: ArticleId, voter: string | null): Promise<ArticleState>
  /** In the asked order; an unknown article has zeros. */
  readArticles(articles: readonly ArticleId[]): Promise<readonly ArticleState[]>
  /**
   * Applies a turn unless the article is closed or the stored turn is as high. A vote makes
   * the article where needed; a withdrawal at an unknown one does nothing.
   */
  takeTurn(turn: Turn): Promise<ArticleState>
  /** Keeps a named value of this database unless there is one; answers with what is kept. */
  keepValue(name: string, value: string): Promise<string>
  /** A value that was kept; null for none. */
  readValue(name: string): Promise<string | null>
  /** Resolves when the database answers. */
  check(): Promise<void>
  /** Writes what is held back and lets go of the database. */
  close(): Promise<void>
}
