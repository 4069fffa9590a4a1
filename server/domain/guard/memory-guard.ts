import type { BurstWatch } from '../burst/burst-watch.ts'
import type { Mac } from '../mac.ts'
import { nameAt } from './article-name.ts'
import { createArticlePace } from './article-pace.ts'
import { createBuckets } from './buckets.ts'
import { createDailyKeys } from './daily-keys.ts'
import type { Guard } from './guard.ts'
import { createJudgedVoters } from './judged-voters.ts'
import { createNetworkAllowance } from './network-allowance.ts'
import { createNetworkQuota } from './network-quota.ts'
import { createNewArticles } from './new-articles.ts'
import { createPendingVotes } from './pending-votes.ts'
import { forgotten, keysAt, keysEverywhere, shortened } from './reader-keys.ts'
import { createSpentTokens, keyOfHash } from './spent-tokens.ts'
import { createToldVoters } from './told-voters.ts'
import { createViewers } from './viewers.ts'
import { judgeVote, waitToWithdraw } from './vote-judge.ts'

/** Most keys of each kind; those untouched for longest go first. */
const MOST_KEYS = 100_000
/** Of articles and of pending votes, which take more room, there is one for so many keys. */
const KEYS_AN_ARTICLE = 5
const KEYS_A_PENDING_VOTE = 4
/** Of voters that were told of in the last two minutes. */
const KEYS_A_TOLD_VOTER = 2

/** What a server leaves as it is, and a simulation tries. */
interface GuardSettings {
  /** Number of keys of each kind, a multiple of 32. */
  readonly most?: number | undefined
  /** How far above what its article is used to a network may be. */
  readonly times?: number | undefined
}

export interface MemoryGuard extends Guard {
  /** Number of keys of each kind. */
  sizes(): readonly number[]
}

/**
 * A guard in this process's memory: bounded, forgotten when the process ends, and not shared with
 * another one. Each of its answers is found in one go, so that none comes between two.
 */
export function createMemoryGuard(
  mac: Mac,
  random: (bytes: number) => Uint8Array,
  watch: BurstWatch,
  { most = MOST_KEYS, times }: GuardSettings = {},
): MemoryGuard {
  const keys = createDailyKeys(mac, random)
  const viewers = createViewers(keys, most)
  const quota = createNetworkQuota(keys, most)
  const buckets = createBuckets(keys, most)
  const newArticles = createNewArticles(keys, most)
  const tokens = createSpentTokens(most)
  const judged = createJudgedVoters(most)
  const allowanceOf = createNetworkAllowance(times)
  const pace = createArticlePace(most / KEYS_AN_ARTICLE)
  const pending = createPendingVotes(most / KEYS_A_PENDING_VOTE)
  const told = createToldVoters(most / KEYS_A_TOLD_VOTER)
  const memory = {
    keys,
    viewers,
    quota,
    allowanceOf,
    buckets,
    pace,
    tokens,
    judged,
    pending,
    told,
    watch,
  }
  const forgetful = [viewers, quota, buckets, newArticles, tokens, judged, pending, told]

  return {
    async seeView(view, now) {
      keys.turn(now)
      const { article, client } = view
      const here = keysAt(keys, article, client.address)
      const dropped = here && viewers.see(view, here.part, now)
      if (dropped) return dropped
      pace.view(article, now)
      watch.sawView(article, shortened(here?.part), shortened(here?.whole), now)
      return null
    },

    async judgeVote(vote, now) {
      keys.turn(now)
      return judgeVote(memory, vote, now)
    },

    async admitWithdrawal(voter, client, now) {
      keys.turn(now)
      const retryAfter = waitToWithdraw(memory, voter, client, now)
      return retryAfter > 0 ? { retryAfter } : null
    },

    async admitArticle(article, { address }, now) {
      keys.turn(now)
      const everywhere = keysEverywhere(keys, address)
      if (!everywhere) return null
      const made = keys.keyOf(`m${nameAt(article, '')}`)
      const retryAfter = newArticles.take(made, everywhere.whole, now)
      return retryAfter > 0 ? { retryAfter } : null
    },

    async rejudge(now) {
      keys.turn(now)
      for (const each of forgetful) each.forget(now)
      return pending.release(({ article, reason, network, block }, decided) => {
        if (watch.inBurst(article, now)) return false
        // What was too fast has taken its part, and without an address there is none to take.
        if (decided || reason === 'too-fast' || network === 0) return true
        const allowance = allowanceOf(pace.measured(article), viewers.viewsFrom(network, now))
        const around = block === 0 ? null : forgotten(block)
        return quota.spend(forgotten(network), around, allowance, now)
      })
    },

    async settle({ voters }, now) {
      pending.settle(voters)
      for (const voter of voters) judged.keep(keyOfHash(voter), null, now)
    },

    sizes: () => [
      ...viewers.sizes(),
      ...[quota, buckets, newArticles, tokens, judged, told, pace, pending].map((each) =>
        each.size(),
      ),
    ],
  }
}
