import type { Choice } from '../../../shared/choice.ts'
import type { DropReason } from '../../../shared/drop-reason.ts'
import type { PendingReason, Verdict } from '../../../shared/standing.ts'
import type { ArticleId } from '../../store/store.ts'
import type { Client } from '../client/client.ts'
import type { PageToken } from '../page-token.ts'

/**
 * What remembers requests for a while, so that one reader is told from a crowd: by keyed
 * hashes in memory, never by an address. It answers with promises, since it may be elsewhere.
 * Every `now` is in milliseconds since 1970.
 */
export interface Guard {
  /** Takes in a view that speaks for itself. @returns why it does not count, or null */
  seeView(view: SeenView, now: number): Promise<DropReason | null>
  /** Judges a vote, once for each voter: what its ballot sends later is judged the same. */
  judgeVote(vote: CastVote, now: number): Promise<Verdict | Refusal>
  /**
   * Lets a client withdraw a vote: one that was judged lately, or as often in a minute as it may
   * vote. Else it says when.
   */
  admitWithdrawal(voter: string, client: Client, now: number): Promise<Refusal | null>
  /** Lets a client make an article, or says when it may. */
  admitArticle(article: ArticleId, client: Client, now: number): Promise<Refusal | null>
  /**
   * Looks again at the votes that it set aside, as far as it remembers them, and forgets what
   * its time is over. What it answers with is to be counted; it is the same again until `settle`,
   * so that what could not be stored is not forgotten.
   */
  rejudge(now: number): Promise<readonly Release[]>
  /** What `rejudge` answered with is stored: whatever those voters send later is counted too. */
  settle(release: Release, now: number): Promise<void>
}

/** A view of a page that a reader may have opened. */
export interface SeenView {
  readonly article: ArticleId
  readonly client: Client
  /** True where the browser can't tell whether it has seen the article lately. */
  readonly unknown: boolean
}

/** A vote about to be cast or changed. */
export interface CastVote {
  readonly article: ArticleId
  /** Keyed hash of the ballot, 32 lower-case hexadecimal digits. */
  readonly voter: string
  /** True where the voter's vote stands already: its standing is decided. */
  readonly stands: boolean
  readonly choice: Choice
  readonly client: Client
  /** The browser says that a program drives it. */
  readonly automated: boolean
  readonly token: PageToken
  /** What the article has counted since it was measured. */
  readonly measured: Measured
}

export interface Measured {
  readonly votes: number
  readonly views: number
}

/** Nothing is taken now. */
export interface Refusal {
  /** When to try again, in seconds. */
  readonly retryAfter: number
}

/** Suspicions that another look may lift. */
export const LIFTED = ['network', 'rate', 'too-fast'] as const satisfies PendingReason[]
export type LiftedReason = (typeof LIFTED)[number]

/** Votes of an article that are pending for one reason and need not be any longer. */
export interface Release {
  readonly article: ArticleId
  readonly reason: LiftedReason
  /** Keyed hashes of the ballots, as they are stored. */
  readonly voters: readonly string[]
}
