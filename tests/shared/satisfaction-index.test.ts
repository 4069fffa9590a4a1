import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexFromScoreSum, satisfactionIndex } from '../../shared/satisfaction-index.ts'
import { poolVotes, type VotesByChoice } from '../../shared/votes-by-choice.ts'

const votesOf = (a: number, b: number, c: number, d: number): VotesByChoice => ({
  'sangat-puas': a,
  puas: b,
  'cukup-puas': c,
  'tidak-puas': d,
})

test('the origin article has 86,84', () => {
  expect(satisfactionIndex(votesOf(14, 2, 1, 2))).toBe(8684)
})

test('the best answer alone is 100, the worst alone is 25', () => {
  expect(satisfactionIndex(votesOf(3, 0, 0, 0))).toBe(10000)
  expect(satisfactionIndex(votesOf(0, 0, 0, 10))).toBe(2500)
})

test('33 and 29 votes have 88,31', () => {
  expect(satisfactionIndex(votesOf(33, 29, 0, 0))).toBe(8831)
})

test('a roll-up pools the votes: 87,50', () => {
  expect(satisfactionIndex(poolVotes(votesOf(14, 2, 1, 2), votesOf(1, 0, 0, 0)))).toBe(8750)
})

test('no votes have no index, not zero', () => {
  expect(satisfactionIndex(votesOf(0, 0, 0, 0))).toBeNull()
  expect(indexFromScoreSum(0, 0)).toBeNull()
})

test.each([
  [219, 62, 8831],
  [385, 109, 8830],
  [239, 78, 7660],
  [334, 109, 7661],
  [1305, 502, 6499],
  [2605, 1002, 6500],
  [883, 250, 8830],
  // 25 × 3,0002 is 75,005: half a hundredth goes up.
  [15001, 5000, 7501],
  // 25 × 3,00018 is 75,0045: it is rounded once, not first to 75,005.
  [150009, 50000, 7500],
])('a score sum of %i over %i votes is %i hundredths', (sum, n, expected) => {
  expect(indexFromScoreSum(sum, n)).toBe(expected)
})

test('the index is exact for hundreds of thousand million votes', () => {
  const count = fc.oneof(fc.nat(20), fc.nat(10 ** 11))
  const four = fc.tuple(count, count, count, count).filter((each) => each.some((c) => c > 0))
  fc.assert(
    fc.property(four, ([a, b, c, d]) => {
      const n = BigInt(a + b + c + d)
      const sum = 4n * BigInt(a) + 3n * BigInt(b) + 2n * BigInt(c) + BigInt(d)
      const twice = (5000n * sum + n) / n
      expect(satisfactionIndex(votesOf(a, b, c, d))).toBe(Number(twice / 2n))
    }),
    { numRuns: 2000 },
  )
})
