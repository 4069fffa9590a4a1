import { COUNTED, type PendingReason, type Verdict } from '../../../shared/standing.ts'
import type { BurstWatch } from '../burst/burst-watch.ts'
import type { Client } from '../client/client.ts'
import type { ArticlePace } from './article-pace.ts'
import type { Bucket, Buckets } from './buckets.ts'
import type { DailyKeys, KeyPair } from './daily-keys.ts'
import { type CastVote, LIFTED, type LiftedReason, type Refusal } from './guard.ts'
import { type JudgedVoters, verdictOf } from './judged-voters.ts'
import type { NetworkAllowance } from './network-allowance.ts'
import type { NetworkQuota } from './network-quota.ts'
import type { PendingVotes } from './pending-votes.ts'
import { blockOf, keysAt, keysEverywhere, shortened } from './reader-keys.ts'
import { keyOfHash, type SpentTokens } from './spent-tokens.ts'
import type { ToldVoters } from './told-voters.ts'
import type { Viewers } from './viewers.ts'

/** Votes in a minute, and at once: of one network, and of a /24 or an IPv6 /48. */
const NETWORK_PACE = 20
const NEIGHBOURHOOD_PACE = 120
/** Younger page tokens were spent faster than anybody reads and chooses, in milliseconds. */
const DWELL = 1500

/** What a judge knows of earlier requests. */
export interface Memory {
  readonly keys: DailyKeys
  readonly viewers: Viewers
  readonly quota: NetworkQuota
  readonly allowanceOf: NetworkAllowance
  readonly buckets: Buckets
  readonly pace: ArticlePace
  readonly tokens: SpentTokens
  readonly judged: JudgedVoters
  readonly pending: PendingVotes
  readonly told: ToldVoters
  readonly watch: BurstWatch
}

/** Judges a vote in one go, so that copies of it that come together find it judged. */
export function judgeVote(memory: Memory, vote: CastVote, now: number): Verdict | Refusal {
  const { keys, judged, pending, told } = memory
  const voter = keyOfHash(vote.voter)
  const known = vote.stands ? COUNTED : judged.find(voter, now)
  const here = keysAt(keys, vote.article, vote.client.address)
  if (known) {
    if (told.take(voter, now)) {
      tellWatch(memory, vote, here, known.reason as PendingReason | null, now)
    }
    return known
  }

  const rushed = rush(memory, vote, now)
  if (typeof rushed === 'object') return rushed
  told.take(voter, now)
  const { reason: suspected, spent } = suspicion(memory, vote, voter, here, rushed, now)
  const reason = tellWatch(memory, vote, here, suspected, now) ? 'burst' : suspected
  judged.keep(voter, reason, now)
  if (isLifted(reason)) {
    // What has taken its part of what its network may takes nothing at another look.
    const network = here && !spent ? here.part.key : 0
    const block = (here && blockOf(vote.client.address, here)?.key) ?? 0
    pending.add({ article: vote.article, voter: vote.voter, reason, network, block, at: now })
  }
  return verdictOf(reason)
}

/** Whether more votes come from there than may, or in how many seconds the next one is taken. */
function rush(
  { keys, buckets, pace }: Memory,
  { article, client, measured }: CastVote,
  now: number,
): boolean | Refusal {
  const filled = bucketsOf(keys, client)
  const retryAfter = Math.max(buckets.wait(filled, now), pace.wait(article, now))
  if (retryAfter > 0) return { retryAfter }
  pace.measure(article, measured, now)
  return buckets.fill(filled, now)
}

/** Takes a withdrawal in. @returns seconds until it is taken; 0 where it was */
export function waitToWithdraw(
  { keys, buckets, judged }: Memory,
  voter: string,
  client: Client,
  now: number,
): number {
  if (judged.find(keyOfHash(voter), now)) return 0
  const filled = bucketsOf(keys, client)
  const wait = buckets.wait(filled, now)
  if (wait === 0) buckets.fill(filled, now)
  return wait
}

function bucketsOf(keys: DailyKeys, { address }: Client): readonly Bucket[] {
  const everywhere = keysEverywhere(keys, address)
  if (!everywhere) return []
  return [
    { of: everywhere.part, perMinute: NETWORK_PACE },
    { of: everywhere.whole, perMinute: NEIGHBOURHOOD_PACE },
  ]
}

/** What speaks against a vote, and whether it has taken its part of what its network may. */
interface Suspicion {
  readonly reason: PendingReason | null
  readonly spent: boolean
}

/**
 * One reason a vote: of those that hold the one that is hardest to be rid of. First what only a
 * person lifts, then what another look may; a burst, which the watch finds, goes before that.
 */
function suspicion(
  { quota, allowanceOf, tokens, viewers, pace }: Memory,
  { article, automated, client, token, measured }: CastVote,
  voter: number,
  here: KeyPair | null,
  rushed: boolean,
  now: number,
): Suspicion {
  const owned = tokens.spend(token.nonce, voter, now)
  const unspent = (reason: PendingReason): Suspicion => ({ reason, spent: false })
  if (automated) return unspent('automated')
  if (client.agent !== 'browser') return unspent('user-agent')
  if (!owned) return unspent('token')
  if (rushed) return unspent('rate')
  if (here) {
    const allowance = allowanceOf(measured, viewers.viewsFrom(here.part.key, now))
    const block = blockOf(client.address, here)
    if (!quota.spend(here.part, block, allowance, now)) return unspent('network')
  }
  if (pace.vote(article, now)) return { reason: 'rate', spent: true }
  return { reason: token.age < DWELL ? 'too-fast' : null, spent: true }
}

/** @returns true where the vote belongs to a burst under way */
function tellWatch(
  { watch }: Memory,
  { article, choice, voter }: CastVote,
  here: KeyPair | null,
  reason: PendingReason | null,
  now: number,
): boolean {
  const network = shortened(here?.part)
  const neighbourhood = shortened(here?.whole)
  return watch.sawVote({ article, voter, choice, network, neighbourhood, suspicion: reason }, now)
}

function isLifted(reason: PendingReason | null): reason is LiftedReason {
  return LIFTED.some((each) => each === reason)
}
