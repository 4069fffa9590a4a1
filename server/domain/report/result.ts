import { type FairPercentages, fairPercentages } from '../../../shared/fair-percentages.ts'
import { type Grade, gradeOf } from '../../../shared/grade.ts'
import { indexInterval } from '../../../shared/index-interval.ts'
import type { Interval } from '../../../shared/interval.ts'
import { RANKED_FROM } from '../../../shared/ranking-bounds.ts'
import { satisfactionIndex } from '../../../shared/satisfaction-index.ts'
import { countVotes } from '../../../shared/votes-by-choice.ts'
import type { Pooled } from '../../store/store.ts'
import type { Share } from './comparison.ts'

/** What was gathered, with everything that is said of it. */
export interface Result extends Pooled {
  /** Number of counted votes. */
  readonly n: number
  /** Null without votes. */
  readonly percentages: FairPercentages | null
  /** Those who chose `puas` or better, of all. */
  readonly satisfied: Share
  /** Whole hundredths; null without votes. */
  readonly index: number | null
  /** In which the index lies with 95 %, in whole hundredths of it; null without votes. */
  readonly interval: Interval | null
  /** Null below the number of votes that a grade takes. */
  readonly grade: Grade | null
}

/** Hundredths of the index in one step of the score. */
const HUNDREDTHS = 2500

export function resultOf(pooled: Pooled): Result {
  const { views, votes, pending, excluded } = pooled
  const n = countVotes(votes)
  const index = satisfactionIndex(votes)
  return {
    ...{ views, votes, pending, excluded, n, index },
    percentages: fairPercentages(votes),
    satisfied: { k: votes['sangat-puas'] + votes.puas, n },
    interval: n > 0 ? inHundredths(indexInterval(votes)) : null,
    grade: index !== null && n >= RANKED_FROM ? gradeOf(index) : null,
  }
}

function inHundredths({ low, high }: Interval): Interval {
  return { low: Math.round(low * HUNDREDTHS), high: Math.round(high * HUNDREDTHS) }
}
