import type { ArticleId } from '../../store/store.ts'
import { frontOf } from './front-of.ts'
import type { LiftedReason, Release } from './guard.ts'
import { LOOKED_AT_AGAIN } from './network-quota.ts'

/** How long a vote is looked at again, in milliseconds; from then on it is for a person. */
const LOOKED_AT: Readonly<Record<LiftedReason, number>> = {
  network: LOOKED_AT_AGAIN,
  rate: LOOKED_AT_AGAIN,
  // It has taken its part of what its network may; it waits for the end of a burst at most.
  'too-fast': 48 * 60 * 60 * 1000,
}

/** A vote that is looked at again. */
interface PendingVote {
  readonly article: ArticleId
  readonly voter: string
  readonly reason: LiftedReason
  /** Keys of its network and of the IPv6 /48 around it; 0 for none. */
  readonly network: number
  readonly block: number
  /** When it was sent, in milliseconds since 1970. */
  readonly at: number
}

/** The pending votes that are looked at again; the oldest go first. */
export interface PendingVotes {
  add(vote: PendingVote): void
  /**
   * The votes that `leaves` is true for, the oldest first; they stay until `settle`.
   * @param leaves told of a vote, and whether it was true for that one before
   */
  release(leaves: (vote: PendingVote, decided: boolean) => boolean): readonly Release[]
  /** Lets go of votes that are counted on disk. */
  settle(voters: readonly string[]): void
  forget(now: number): void
  size(): number
}

export function createPendingVotes(most: number): PendingVotes {
  const votes = new Map<string, PendingVote>()
  const oldestOf = frontOf(votes)
  /** Those among them that were found to leave. */
  const leaving = new Set<string>()

  function drop(voter: string): void {
    votes.delete(voter)
    leaving.delete(voter)
  }

  return {
    add(vote) {
      const oldest = votes.size >= most ? oldestOf() : undefined
      if (oldest !== undefined) drop(oldest)
      votes.set(vote.voter, vote)
    },

    release(leaves) {
      const releases = new Map<string, Release & { readonly voters: string[] }>()
      for (const vote of votes.values()) {
        const { article, reason, voter } = vote
        if (!leaves(vote, leaving.has(voter))) continue
        leaving.add(voter)
        const name = `${reason} ${article.site} ${article.key}`
        const release = releases.get(name) ?? { article, reason, voters: [] }
        release.voters.push(voter)
        releases.set(name, release)
      }
      return [...releases.values()]
    },

    settle(voters) {
      for (const voter of voters) drop(voter)
    },

    forget(now) {
      for (const { voter, at, reason } of votes.values()) {
        // What was found to leave only waits for the disk.
        if (leaving.has(voter) || Math.abs(now - at) < LOOKED_AT[reason]) continue
        drop(voter)
      }
    },

    size: () => votes.size,
  }
}
