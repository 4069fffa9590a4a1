import { CHOICES, SCORES } from './choice.ts'
import { countVotes, type VotesByChoice } from './votes-by-choice.ts'

/**
 * The satisfaction index on the SKM scale (PermenPANRB 14/2017), in whole hundredths from 2500
 * to 10000: 8684 is 86,84. One question is one element of weight 1, so it is the mean score
 * times 25, rounded half up once. `null` without votes. Pool votes, never average indexes.
 */
export function satisfactionIndex(votes: VotesByChoice): number | null {
  const sum = CHOICES.reduce((total, choice) => total + SCORES[choice] * votes[choice], 0)
  return indexFromScoreSum(sum, countVotes(votes))
}

/**
 * The index from the sum of the scores of `n` votes; `null` for n = 0. Whole numbers only, and
 * exact while 20001 × n stays below 2^53: up to 4 × 10^11 votes.
 */
export function indexFromScoreSum(sum: number, n: number): number | null {
  // Below 2^53 the quotient is never rounded up to a whole number that it does not reach.
  return n === 0 ? null : Math.floor((5000 * sum + n) / (2 * n))
}
