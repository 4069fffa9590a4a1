import { CHOICES, type Choice } from './choice.ts'
import { countVotes, type VotesByChoice } from './votes-by-choice.ts'

/** The four shares as they are printed. */
export interface FairPercentages {
  /** Whole tenths of a percent: 737 is 73,7 %. */
  readonly tenths: Readonly<Record<Choice, number>>
  /** Digits to print after the decimal mark; with 0 every number is a multiple of ten tenths. */
  readonly decimals: 0 | 1
  /** True where the numbers do not total 100, so the reader is to see the word "pembulatan". */
  readonly rounded: boolean
}

/**
 * Percentages that total exactly 100 and show equal counts as equal numbers: whole percents
 * by largest remainder, else the same to one decimal. Where neither can be had at once, each
 * share rounded half up to one decimal, and `rounded` says so.
 *
 * `null` without votes: no answers are not zero percent. Whole numbers only, and exact while
 * n × 1000 stays below 2^53: up to 9 × 10^12 votes.
 */
export function fairPercentages(votes: VotesByChoice): FairPercentages | null {
  const n = countVotes(votes)
  return n ? (inUnits(votes, n, 100) ?? inUnits(votes, n, 1000)) : null
}

/** `null` where whole percents would show two equal counts as different numbers. */
function inUnits(votes: VotesByChoice, n: number, units: 100 | 1000): FairPercentages | null {
  const rest = (choice: Choice) => (votes[choice] * units) % n
  // Equal counts stand together, and as the sort is stable the earlier choice stands first.
  const order = [...CHOICES].sort((a, b) => rest(b) - rest(a) || votes[b] - votes[a])
  const left = order.reduce((sum, choice) => sum + rest(choice), 0) / n
  // Between the last that is rounded up and the next; where none is, there is no such pair.
  const torn = votes[order[left - 1] as Choice] === votes[order[left] as Choice]
  if (torn && units === 100) return null

  const tenths = { 'sangat-puas': 0, puas: 0, 'cukup-puas': 0, 'tidak-puas': 0 }
  order.forEach((choice, place) => {
    const up = torn ? rest(choice) * 2 >= n : place < left
    // The subtraction comes first: what is left divides without a remainder.
    tenths[choice] = ((votes[choice] * units - rest(choice)) / n + Number(up)) * (1000 / units)
  })
  return { tenths, decimals: units === 100 ? 0 : 1, rounded: torn }
}
