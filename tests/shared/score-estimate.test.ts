import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scoreEstimate } from '../../shared/score-estimate.ts'
import type { VotesByChoice } from '../../shared/votes-by-choice.ts'

type Four = readonly [number, number, number, number]

const votesOf = ([a, b, c, d]: Four): VotesByChoice => ({
  'sangat-puas': a,
  puas: b,
  'cukup-puas': c,
  'tidak-puas': d,
})

test.each<[Four, number]>([
  [[14, 2, 1, 2], 3.304348],
  [[10, 0, 0, 0], 3.571429],
  [[0, 0, 0, 0], 2.5],
])('the estimate for %j is %f', (counts, mean) => {
  expect(scoreEstimate(votesOf(counts)).mean).toBeCloseTo(mean, 6)
})

test('the variance without votes is a quarter: (30/4 − 2,5²) / 5', () => {
  expect(scoreEstimate(votesOf([0, 0, 0, 0])).variance).toBeCloseTo(0.25, 12)
})

const count = fc.oneof(fc.nat(5), fc.nat(1000), fc.nat(10 ** 15))
const fours = fc.tuple(count, count, count, count)
const always = (claim: (counts: Four) => void) =>
  fc.assert(fc.property(fours, claim), { numRuns: 2000 })

test('every estimate is a number on the scale with a variance above zero', () => {
  always((counts) => {
    const { mean, variance } = scoreEstimate(votesOf(counts))
    expect(mean).toBeGreaterThan(1)
    expect(mean).toBeLessThan(4)
    expect(variance).toBeGreaterThan(0)
  })
})
