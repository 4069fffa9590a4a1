import { CHOICES, type Choice, SCORES } from './choice.ts'
import { countVotes, type VotesByChoice } from './votes-by-choice.ts'

/** What the votes say about the mean score of all who might answer, on the scale 1 to 4. */
export interface ScoreEstimate {
  readonly mean: number
  readonly variance: number
}

/**
 * Mean and variance of the mean score under a Dirichlet posterior with one pseudo-vote per
 * choice, so a single vote moves little and no votes at all stand in the middle. For intervals
 * and ranks; it never replaces the index itself.
 */
export function scoreEstimate(votes: VotesByChoice): ScoreEstimate {
  const weight = countVotes(votes) + CHOICES.length
  const mean = sum((choice) => SCORES[choice] * (votes[choice] + 1)) / weight
  // Around the mean rather than from the squares: this can not come out below zero.
  const spread = sum((choice) => (SCORES[choice] - mean) ** 2 * (votes[choice] + 1)) / weight
  return { mean, variance: spread / (weight + 1) }
}

function sum(of: (choice: Choice) => number): number {
  return CHOICES.reduce((total, choice) => total + of(choice), 0)
}
