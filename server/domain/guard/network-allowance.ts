import type { Measured } from './guard.ts'

/** Counted votes and views that an article is taken to have had before its own: 3 % of 100. */
const USUAL = { votes: 3, views: 100 }
const LEAST = 5
const MOST = 50
/** How far above what its article is used to a network may be. */
const TIMES = 3

/**
 * Most votes that count from one network at one article in a day: three times what its views
 * let expect, at least 5 and at most 50. Offices, schools and mobile carriers share one address,
 * so it is never one. Where an article has few views of its own, the rate leans on a usual one:
 * (votes + 3) / (views + 100), the mean of a beta distribution after its observations.
 * @param seen views of the article from the network
 */
export function networkAllowance({ votes, views }: Measured, seen: number): number {
  const rate = Math.min(1, (votes + USUAL.votes) / (views + USUAL.views))
  return Math.min(MOST, Math.max(LEAST, TIMES * rate * seen))
}
