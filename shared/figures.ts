import type { Choice } from './choice.ts'
import type { SiteSettings } from './site-settings.ts'
import type { VotesByChoice } from './votes-by-choice.ts'

/** Where the counts that an article brought from an older counter come from. */
export interface OpeningFigures {
  readonly views: number
  /** `null` where this reader may not see a distribution. */
  readonly votes: VotesByChoice | null
  readonly source: string
  /** The day the counts were taken over, YYYY-MM-DD. */
  readonly date: string
  /** True where only rounded percentages were known and the counts were worked out from them. */
  readonly estimate: boolean
}

/** What a reader is told about an article. Lifetime figures: an opening balance is included. */
export interface Figures {
  /** The normalised key of the article, as the server keeps it. */
  readonly article: string
  readonly views: number
  /** Number of votes; always there, also where `votes` is not. */
  readonly responses: number
  /** `null` where this reader may not see the distribution: what is hidden is not sent. */
  readonly votes: VotesByChoice | null
  /** This reader's own choice, `null` when there is none or it was withdrawn. */
  readonly choice: Choice | null
  /** True while this article's votes are being looked at. */
  readonly review: boolean
  readonly opening: OpeningFigures | null
}

/** The reply to a view: the figures, a page token, and what the widget needs to draw itself. */
export interface ViewReply extends Figures {
  readonly token: string
  /** False once the article takes no more votes. */
  readonly open: boolean
  readonly settings: SiteSettings
}

/** One article's line in the reply to a tallies request. */
export interface TallyReply {
  readonly article: string
  readonly views: number
  readonly responses: number
  readonly votes: VotesByChoice | null
}
