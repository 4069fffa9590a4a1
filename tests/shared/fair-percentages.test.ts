import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHOICES } from '../../shared/choice.ts'
import { fairPercentages } from '../../shared/fair-percentages.ts'
import type { VotesByChoice } from '../../shared/votes-by-choice.ts'

type Four = readonly [number, number, number, number]

const votesOf = ([a, b, c, d]: Four): VotesByChoice => ({
  'sangat-puas': a,
  puas: b,
  'cukup-puas': c,
  'tidak-puas': d,
})

/** What is printed for counts of which at least one is not zero. */
function shown(counts: Four) {
  const result = fairPercentages(votesOf(counts))
  if (!result) throw new Error('there are no percentages')
  const { tenths, decimals, rounded } = result
  return { tenths: CHOICES.map((choice) => tenths[choice]), decimals, rounded }
}

test.each<[string, Four, number[], 0 | 1, boolean]>([
  ['the origin article is 73,7 · 10,5 · 5,3 · 10,5', [14, 2, 1, 2], [737, 105, 53, 105], 1, false],
  ['three equal answers are 33,3 each, rounded', [1, 1, 1, 0], [333, 333, 333, 0], 1, true],
  ['rounded shares may total 100,1', [2, 2, 2, 1], [286, 286, 286, 143], 1, true],
  ['the order of the choices changes nothing', [1, 1, 1, 3], [167, 167, 167, 500], 1, true],
  ['one decimal tells eighths exactly', [5, 1, 1, 1], [625, 125, 125, 125], 1, false],
  ['whole percents where no counts are equal', [13, 3, 2, 1], [680, 160, 110, 50], 0, false],
  ['equal counts may share a whole percent', [333, 333, 334, 0], [330, 330, 340, 0], 0, false],
  ['the only answer is 100', [0, 0, 0, 1], [0, 0, 0, 1000], 0, false],
  ['a quarter each', [1, 1, 1, 1], [250, 250, 250, 250], 0, false],
  // 12,5 and 37,5: one unit is left over and both have the same claim to it.
  ['a tie goes to the larger count', [1, 3, 4, 0], [120, 380, 500, 0], 0, false],
  ['nine million million votes', [3e12, 3e12, 3e12, 0], [333, 333, 333, 0], 1, true],
])('%s', (_, counts, tenths, decimals, rounded) => {
  expect(shown(counts)).toEqual({ tenths, decimals, rounded })
})

test('no votes give no percentages, not zeros', () => {
  expect(fairPercentages(votesOf([0, 0, 0, 0]))).toBeNull()
})

test('percentages are asked for the four choices, no fewer and no more', () => {
  // @ts-expect-error three counts are not a distribution
  const fewer: VotesByChoice = { 'sangat-puas': 1, puas: 1, 'cukup-puas': 1 }
  // @ts-expect-error there is no fifth choice
  const more: VotesByChoice = { ...votesOf([1, 1, 1, 1]), netral: 1 }
  expect([Object.keys(fewer).length, Object.keys(more).length]).toEqual([3, 5])
})

const count = fc.oneof(fc.nat(3), fc.nat(60), fc.nat(9_000_000), fc.nat(2 * 10 ** 12))
const anyFour = fc.tuple(count, count, count, count)
// Four drawn from two values: equal counts, which are the hard case, in every example.
const oftenEqual = fc
  .tuple(count, count, fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()))
  .map(([x, y, [a, b, c, d]]): Four => [a ? x : y, b ? x : y, c ? x : y, d ? x : y])
const fours: fc.Arbitrary<Four> = fc
  .oneof(anyFour, oftenEqual)
  .filter((counts) => counts.some((each) => each > 0))

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const pairs = (counts: Four) =>
  counts.flatMap((a, i) => counts.map((b, j) => [a, b, i, j] as const))
const always = (claim: (counts: Four) => void) =>
  fc.assert(fc.property(fours, claim), { numRuns: 2000 })

test('percentages total exactly 100 unless they are called rounded, and only then', () => {
  always((counts) => {
    const { tenths, rounded } = shown(counts)
    expect(sum(tenths) === 1000).toBe(!rounded)
  })
})

test('a larger count never shows a smaller number', () => {
  always((counts) => {
    const { tenths } = shown(counts)
    for (const [a, b, i, j] of pairs(counts)) {
      if (a > b) expect(tenths[i]).toBeGreaterThanOrEqual(tenths[j] ?? Number.NaN)
    }
  })
})

test('equal counts always show equal numbers', () => {
  always((counts) => {
    const { tenths } = shown(counts)
    for (const [a, b, i, j] of pairs(counts)) if (a === b) expect(tenths[i]).toBe(tenths[j])
  })
})

test('every number is within one unit of the exact share', () => {
  always((counts) => {
    const { tenths, decimals } = shown(counts)
    const n = BigInt(sum(counts))
    const unit = decimals ? 1n : 10n
    counts.forEach((each, i) => {
      const off = BigInt(tenths[i] ?? Number.NaN) * n - BigInt(each) * 1000n
      expect(off < unit * n && -off < unit * n).toBe(true)
    })
  })
})

test('every number is whole, and a whole percent where no decimal is printed', () => {
  always((counts) => {
    const { tenths, decimals } = shown(counts)
    for (const each of tenths) expect(each % (decimals ? 1 : 10)).toBe(0)
  })
})

test('a decimal is printed only where two counts above zero are equal', () => {
  always((counts) => {
    const { decimals } = shown(counts)
    const above = counts.filter((each) => each > 0)
    if (new Set(above).size === above.length) expect(decimals).toBe(0)
  })
})

test('rounded shares are each rounded half up', () => {
  always((counts) => {
    const { tenths, rounded } = shown(counts)
    if (!rounded) return
    const n = BigInt(sum(counts))
    const halfUp = counts.map((each) => Number((BigInt(each) * 2000n + n) / (2n * n)))
    expect(tenths).toEqual(halfUp)
  })
})
