import type { Reason } from '../../../shared/standing.ts'

/** Votes of one article that had the same reason. */
interface VoterGroup {
  readonly article: string
  readonly reason: Reason
  readonly voters: readonly string[]
}

/** Which votes a decision was about, so that it can be taken back for these and no others. */
export interface KeptVoters {
  add(article: string, reason: Reason, voters: readonly string[]): void
  list(): readonly VoterGroup[]
  size(): number
  forget(): void
}

export function createKeptVoters(): KeptVoters {
  let groups: VoterGroup[] = []
  return {
    add: (article, reason, voters) => void groups.push({ article, reason, voters }),
    list: () => groups,
    size: () => groups.reduce((sum, { voters }) => sum + voters.length, 0),
    forget: () => {
      groups = []
    },
  }
}
