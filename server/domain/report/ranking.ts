import { RANKED_FROM, rankingBounds } from '../../../shared/ranking-bounds.ts'
import { countVotes, type VotesByChoice } from '../../../shared/votes-by-choice.ts'

/** What things are ranked by. */
export const RANKED_BY = ['best', 'attention', 'views'] as const
export type RankedBy = (typeof RANKED_BY)[number]

/** Something that was rated: an article, a section, an office, a month. */
export interface Rated {
  readonly views: number
  readonly votes: VotesByChoice
}

export interface Ranking<Item> {
  /** In the order of their rank. */
  readonly items: readonly Item[]
  /** False where nothing has votes enough: then these come nearest to it, most votes first. */
  readonly ranked: boolean
}

/**
 * The best by the lower bound of what their votes say, or those needing attention by the upper
 * one; only with votes enough for a rank. The most viewed need none.
 * @param most number of items
 */
export function rank<Item extends Rated>(
  items: readonly Item[],
  by: RankedBy,
  most: number,
  rankedFrom = RANKED_FROM,
): Ranking<Item> {
  if (by === 'views') {
    const viewed = items.filter(({ views }) => views > 0).sort((a, b) => b.views - a.views)
    return { ranked: true, items: viewed.slice(0, most) }
  }
  const enough = items.filter(({ votes }) => countVotes(votes) >= rankedFrom)
  const ranked = enough.length > 0
  const among = ranked ? enough : items.filter(({ votes }) => countVotes(votes) > 0)
  const sizeOf = ({ votes }: Rated) => {
    if (!ranked) return -countVotes(votes)
    const { low, high } = rankingBounds(votes)
    return by === 'best' ? -low : high
  }
  const sorted = among.map((item) => ({ item, size: sizeOf(item) })).sort((a, b) => a.size - b.size)
  return { ranked, items: sorted.slice(0, most).map(({ item }) => item) }
}
