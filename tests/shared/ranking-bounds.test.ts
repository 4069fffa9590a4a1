import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RANKED_FROM, rankingBounds } from '../../shared/ranking-bounds.ts'
import type { VotesByChoice } from '../../shared/votes-by-choice.ts'

type Four = readonly [number, number, number, number]

const votesOf = ([a, b, c, d]: Four): VotesByChoice => ({
  'sangat-puas': a,
  puas: b,
  'cukup-puas': c,
  'tidak-puas': d,
})

test.each<[string, Four, number]>([
  ['none', [0, 0, 0, 0], 1.675],
  ['one', [1, 0, 0, 0], 2.014443],
  ['five', [5, 0, 0, 0], 2.783333],
  ['the origin article', [14, 2, 1, 2], 2.940311],
  ['ten', [10, 0, 0, 0], 3.186509],
  ['the origin article ten times', [140, 20, 10, 20], 3.334817],
  ['many good ones', [100, 20, 10, 5], 3.447559],
])('the lower ranking bound of %s', (_, counts, low) => {
  expect(rankingBounds(votesOf(counts)).low).toBeCloseTo(low, 6)
})

test('the upper ranking bound mirrors the lower one of the opposite votes', () => {
  // Scores s and 5 − s: the origin article turned round is 5 − 2,940311.
  expect(rankingBounds(votesOf([2, 1, 2, 14])).high).toBeCloseTo(2.059689, 6)
})

test('ranks start at 30 votes', () => {
  expect(RANKED_FROM).toBe(30)
})

test('the same shares on more votes make a narrower interval', () => {
  const some = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50))
  const width = (counts: Four) => {
    const { low, high } = rankingBounds(votesOf(counts))
    return high - low
  }
  fc.assert(
    fc.property(
      some.filter((counts) => counts.some((c) => c > 0)),
      ([a, b, c, d]) => {
        // A hundred times: when a few votes are doubled, the pseudo-votes still weigh.
        expect(width([a * 100, b * 100, c * 100, d * 100])).toBeLessThan(width([a, b, c, d]))
      },
    ),
  )
})
