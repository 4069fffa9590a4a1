import type { BurstWatch } from '../domain/burst/burst-watch.ts'
import { holdBursts } from '../domain/burst/hold-bursts.ts'
import { flagReviews, releaseVotes } from '../domain/burst/review-votes.ts'
import { createUsuals } from '../domain/burst/usuals.ts'
import type { Guard } from '../domain/guard/guard.ts'
import type { Store } from '../store/store.ts'
import type { Chore } from './schedule.ts'

interface VoteGround {
  readonly store: Store
  readonly guard: Guard
  readonly watch: BurstWatch
  readonly warn: (sentence: string) => void
}

/** What becomes of votes after they were cast: bursts each second, reviews, second looks. */
export function voteChores({ store, guard, watch, warn }: VoteGround): readonly Chore[] {
  const post = { store, watch, usualAt: createUsuals(store), warn }
  return [
    { pattern: '* * * * * *', run: () => holdBursts(post, Date.now()) },
    { pattern: '* * * * *', run: () => flagReviews(store, Date.now()) },
    { pattern: '*/15 * * * *', run: () => releaseVotes(store, guard, Date.now()) },
  ]
}
