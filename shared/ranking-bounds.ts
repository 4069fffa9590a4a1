import type { Interval } from './interval.ts'
import { scoreEstimate } from './score-estimate.ts'
import type { VotesByChoice } from './votes-by-choice.ts'

/** Number of votes from which there is a rank and a grade letter, unless a site sets another. */
export const RANKED_FROM = 30

const Z = 1.65

/**
 * What articles and offices are ranked by, on the score scale: the best by `low`, highest first;
 * those needing attention by `high`, lowest first. Not clamped to 1 to 4, so that ranks at the
 * ends of the scale do not tie; not for display.
 */
export function rankingBounds(votes: VotesByChoice): Interval {
  const { mean, variance } = scoreEstimate(votes)
  const reach = Z * Math.sqrt(variance)
  return { low: mean - reach, high: mean + reach }
}
