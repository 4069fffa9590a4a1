import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareInterval } from '../../shared/share-interval.ts'

test.each([
  [81, 263, 0.255289, 0.36621],
  [15, 148, 0.062386, 0.160487],
  [0, 20, 0, 0.161125],
  [1, 29, 0.006113, 0.171755],
  [14, 19, 0.512084, 0.881936],
  [16, 19, 0.624345, 0.944795],
  [1, 1, 0.206549, 1],
])('%i of %i answers lie between %f and %f', (k, n, low, high) => {
  const interval = shareInterval(k, n)
  expect(interval?.low).toBeCloseTo(low, 6)
  expect(interval?.high).toBeCloseTo(high, 6)
})

test('no answers have no interval', () => {
  expect(shareInterval(0, 0)).toBeNull()
})

const part = fc
  .oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 10 ** 12 }))
  .chain((n) =>
    fc.tuple(fc.oneof(fc.constantFrom(0, n), fc.integer({ min: 0, max: n })), fc.constant(n)),
  )
const always = (claim: (k: number, n: number) => void) =>
  fc.assert(
    fc.property(part, ([k, n]) => claim(k, n)),
    { numRuns: 2000 },
  )

test('the interval stays inside 0 to 1 and holds the share', () => {
  always((k, n) => {
    const { low, high } = shareInterval(k, n) ?? { low: 2, high: -1 }
    expect(low).toBeGreaterThanOrEqual(0)
    expect(low).toBeLessThanOrEqual(k / n)
    expect(high).toBeGreaterThanOrEqual(k / n)
    expect(high).toBeLessThanOrEqual(1)
  })
})

test('none leaves a lower bound of exactly 0, all an upper bound of exactly 1', () => {
  always((_, n) => {
    expect(shareInterval(0, n)?.low).toBe(0)
    expect(shareInterval(n, n)?.high).toBe(1)
  })
})

test('the share of those who did not is the mirror image', () => {
  always((k, n) => {
    expect(shareInterval(n - k, n)?.low).toBeCloseTo(1 - (shareInterval(k, n)?.high ?? 9), 12)
  })
})
