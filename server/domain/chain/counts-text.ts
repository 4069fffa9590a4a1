import { NO_VOTES, poolVotes, type VotesByChoice } from '../../../shared/votes-by-choice.ts'
import type { DaySum } from '../../store/store.ts'

type ByReason = Readonly<Record<string, VotesByChoice>>

/** The votes of a site's day as they are signed. */
export interface SignedCounts {
  readonly counted: VotesByChoice
  readonly pending: ByReason
  readonly excluded: ByReason
}

/**
 * The votes of a day as one text, always the same for the same counts: choices in their order,
 * reasons in that of the alphabet, none without votes.
 */
export function countsText(sums: readonly DaySum[]): string {
  const [counted = NO_VOTES] = Object.values(byReason(sums, 'counted'))
  return JSON.stringify({
    counted: inOrder(counted),
    pending: byReason(sums, 'pending'),
    excluded: byReason(sums, 'excluded'),
  } satisfies SignedCounts)
}

function byReason(sums: readonly DaySum[], standing: DaySum['standing']): ByReason {
  const pooled = new Map<string, VotesByChoice>()
  for (const { standing: of, reason, votes } of sums) {
    if (of === standing) pooled.set(reason, poolVotes(pooled.get(reason) ?? NO_VOTES, votes))
  }
  const some = [...pooled].filter(([, votes]) => Object.values(votes).some((count) => count > 0))
  return Object.fromEntries(
    some.sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, votes]) => [reason, inOrder(votes)]),
  )
}

function inOrder(votes: VotesByChoice): VotesByChoice {
  return {
    'sangat-puas': votes['sangat-puas'],
    puas: votes.puas,
    'cukup-puas': votes['cukup-puas'],
    'tidak-puas': votes['tidak-puas'],
  }
}
