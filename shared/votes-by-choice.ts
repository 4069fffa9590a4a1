import { CHOICES, type Choice } from './choice.ts'

/** How many votes each choice has: whole numbers from zero up. */
export type VotesByChoice = Readonly<Record<Choice, number>>

export const NO_VOTES: VotesByChoice = {
  'sangat-puas': 0,
  puas: 0,
  'cukup-puas': 0,
  'tidak-puas': 0,
}

/** n, the number of votes over all four choices. */
export function countVotes(votes: VotesByChoice): number {
  return CHOICES.reduce((sum, choice) => sum + votes[choice], 0)
}

/** Pools two sets of votes. Roll-ups pool votes; they never average indexes. */
export function poolVotes(a: VotesByChoice, b: VotesByChoice): VotesByChoice {
  return {
    'sangat-puas': a['sangat-puas'] + b['sangat-puas'],
    puas: a.puas + b.puas,
    'cukup-puas': a['cukup-puas'] + b['cukup-puas'],
    'tidak-puas': a['tidak-puas'] + b['tidak-puas'],
  }
}
