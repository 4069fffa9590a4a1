import type { ArticleId } from '../../store/store.ts'
import type { LiftedReason, Release } from './guard.ts'

/** A vote that is looked at again. */
interface PendingVote {
  readonly article: ArticleId
  readonly voter: string
  readonly reason: LiftedReason
  /** Keys of its network and of the IPv6 /48 around it; 0 for none. */
  readonly network: number
  readonly block: number
}

/** The pending votes that are looked at again; the oldest go first. */
export interface PendingVotes {
  add(vote: PendingVote): void
  /** Lets go of the votes that `holds` is true for, the oldest first, and answers with them. */
  release(holds: (vote: PendingVote) => boolean): readonly Release[]
  size(): number
}

export function createPendingVotes(most: number): PendingVotes {
  const votes = new Map<string, PendingVote>()

  return {
    add(vote) {
      const oldest = votes.keys().next().value
      if (votes.size >= most && oldest !== undefined) votes.delete(oldest)
      votes.set(vote.voter, vote)
    },

    release(holds) {
      const releases = new Map<string, Release & { readonly voters: string[] }>()
      for (const vote of votes.values()) {
        if (!holds(vote)) continue
        votes.delete(vote.voter)
        const { article, reason } = vote
        const name = `${reason} ${article.site} ${article.key}`
        const release = releases.get(name) ?? { article, reason, voters: [] }
        release.voters.push(vote.voter)
        releases.set(name, release)
      }
      return [...releases.values()]
    },

    size: () => votes.size,
  }
}
