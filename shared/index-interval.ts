import type { Interval } from './interval.ts'
import { scoreEstimate } from './score-estimate.ts'
import type { VotesByChoice } from './votes-by-choice.ts'

const Z = 1.96

/**
 * The 95 % interval of the index on the score scale 1 to 4; times 25 on that of the index. It is
 * drawn around the estimate of {@link scoreEstimate}, not around the index, so with few votes
 * the index may lie at its edge or outside.
 */
export function indexInterval(votes: VotesByChoice): Interval {
  const { mean, variance } = scoreEstimate(votes)
  const reach = Z * Math.sqrt(variance)
  return { low: Math.max(1, mean - reach), high: Math.min(4, mean + reach) }
}
