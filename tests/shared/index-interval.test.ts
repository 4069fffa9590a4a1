import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexInterval } from '../../shared/index-interval.ts'
import type { VotesByChoice } from '../../shared/votes-by-choice.ts'

type Four = readonly [number, number, number, number]

const votesOf = ([a, b, c, d]: Four): VotesByChoice => ({
  'sangat-puas': a,
  puas: b,
  'cukup-puas': c,
  'tidak-puas': d,
})

test.each<[Four, number, number]>([
  [[14, 2, 1, 2], 2.871917, 3.736779],
  [[10, 0, 0, 0], 3.11419, 4],
])('the index of %j lies between %f and %f', (counts, low, high) => {
  const interval = indexInterval(votesOf(counts))
  expect(interval.low).toBeCloseTo(low, 6)
  expect(interval.high).toBeCloseTo(high, 6)
})

test('an interval at the end of the scale ends there exactly', () => {
  expect(indexInterval(votesOf([10, 0, 0, 0])).high).toBe(4)
  expect(indexInterval(votesOf([0, 0, 0, 10])).low).toBe(1)
})

const count = fc.oneof(fc.nat(5), fc.nat(1000), fc.nat(10 ** 15))
const fours = fc.tuple(count, count, count, count)
const always = (claim: (counts: Four) => void) =>
  fc.assert(fc.property(fours, claim), { numRuns: 2000 })

test('an interval is never upside down and never leaves the scale', () => {
  always((counts) => {
    const { low, high } = indexInterval(votesOf(counts))
    expect(1 <= low && low <= high && high <= 4).toBe(true)
  })
})
