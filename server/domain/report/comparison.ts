import { indexInterval } from '../../../shared/index-interval.ts'
import type { Interval } from '../../../shared/interval.ts'
import { satisfactionIndex } from '../../../shared/satisfaction-index.ts'
import { shareInterval } from '../../../shared/share-interval.ts'
import type { VotesByChoice } from '../../../shared/votes-by-choice.ts'

/** What may be said of two results: `unclear` where their 95 % intervals meet. */
export type Change = 'higher' | 'lower' | 'unclear'

export interface IndexChange {
  /** Whole hundredths of the index that it moved by; null where one of the two has no votes. */
  readonly hundredths: number | null
  readonly change: Change | null
}

/** A share: so many of so many. */
export interface Share {
  readonly k: number
  readonly n: number
}

/**
 * How the index moved from earlier votes to later ones. It is called a change only where the two
 * intervals do not meet: what few voters do differently is no change.
 */
export function compareIndex(before: VotesByChoice, now: VotesByChoice): IndexChange {
  const [earlier, later] = [satisfactionIndex(before), satisfactionIndex(now)]
  if (earlier === null || later === null) return { hundredths: null, change: null }
  const change = changeBetween(indexInterval(before), indexInterval(now))
  return { hundredths: later - earlier, change }
}

/** The same of a share, such as votes of views or the satisfied of all; null where one has none. */
export function compareShares(before: Share, now: Share): Change | null {
  const [earlier, later] = [shareInterval(before.k, before.n), shareInterval(now.k, now.n)]
  return earlier && later && changeBetween(earlier, later)
}

function changeBetween(before: Interval, now: Interval): Change {
  if (now.low > before.high) return 'higher'
  return now.high < before.low ? 'lower' : 'unclear'
}
