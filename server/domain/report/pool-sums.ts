import { NO_VOTES, poolVotes } from '../../../shared/votes-by-choice.ts'
import type { Pooled, UnitSum } from '../../store/store.ts'

export const NOTHING: Pooled = { views: 0, votes: NO_VOTES, pending: 0, excluded: 0 }

/** What two parts gathered together. */
export function pool(a: Pooled, b: Pooled): Pooled {
  return {
    views: a.views + b.views,
    votes: poolVotes(a.votes, b.votes),
    pending: a.pending + b.pending,
    excluded: a.excluded + b.excluded,
  }
}

/** One sum for each unit of each site, of sums that come in pieces. */
export function poolSums(pieces: readonly UnitSum[]): readonly UnitSum[] {
  const units = new Map<string, UnitSum>()
  for (const piece of pieces) {
    const { site, unit } = piece
    const name = `${unit} ${site}`
    units.set(name, { site, unit, ...pool(units.get(name) ?? NOTHING, piece) })
  }
  return [...units.values()]
}
