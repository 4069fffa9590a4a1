import type { Measured } from './guard.ts'

/** Counted votes and views that an article is taken to have had before its own: 3 % of 100. */
const USUAL = { votes: 3, views: 100 }
const LEAST = 5
const MOST = 50
/**
 * How far above what its article is used to a network may be. A class of 70 behind one address
 * reaches the 50 where 1 % of views vote, which three times left with 5 of them; one address that
 * makes up its views reaches the 50 either way, in hours or in minutes. `npm run simulate -- --sweep`
 * prints what lies between.
 */
const TIMES = 100

/** Most votes that count from one network at one article in a day. @param seen views from there */
export type NetworkAllowance = (measured: Measured, seen: number) => number

/**
 * The rule for `NetworkAllowance`: a hundred times what a network's views let expect, never more
 * than one for each of them, at least 5 and at most 50. Offices, schools and mobile carriers share
 * one address, so it is never one. Where an article has few views of its own, the rate leans on a
 * usual one: (votes + 3) / (views + 100), the mean of a beta distribution after its observations.
 */
export function createNetworkAllowance(times = TIMES): NetworkAllowance {
  return ({ votes, views }, seen) => {
    const rate = (votes + USUAL.votes) / (views + USUAL.views)
    return Math.min(MOST, Math.max(LEAST, Math.min(1, times * rate) * seen))
  }
}
