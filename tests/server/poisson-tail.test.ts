import fc from 'fast-check'
import { expect, test } from 'vitest'
import { poissonTail } from '../../server/domain/burst/poisson-tail.ts'

/** One minus the probabilities of all smaller numbers, by the definition. */
function bySum(least: number, mean: number): number {
  let term = Math.exp(-mean)
  let below = 0
  for (let k = 0; k < least; k++) {
    below += term
    term *= mean / (k + 1)
  }
  return 1 - below
}

test.each([
  // 1 − e^(−2) (1 + 2 + 2 + 4/3 + 2/3)
  [5, 2, 0.052_653],
  // From tables of the distribution.
  [20, 10, 0.003_454],
  [10, 1, 1.1143e-7],
])('%i or more where %d are expected: %d', (least, mean, expected) => {
  const tail = poissonTail(least, mean)
  expect(Math.abs(tail - expected) / expected).toBeLessThan(0.01)
})

test('no more than expected is no surprise', () => {
  expect(poissonTail(3, 3)).toBe(1)
  expect(poissonTail(0, 0)).toBe(1)
})

test('anything is a surprise where nothing is expected', () => {
  expect(poissonTail(1, 0)).toBe(0)
})

test('it is the sum of the definition wherever that can be computed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 80 }), fc.double({ min: 0.05, max: 0.95 }), (k, part) => {
      const mean = k * part
      const exact = bySum(k, mean)
      // Below this the sum has lost its digits.
      fc.pre(exact > 1e-9)
      expect(Math.abs(poissonTail(k, mean) / exact - 1)).toBeLessThan(1e-4)
    }),
  )
})

test('a flood is as good as impossible, and does not overflow', () => {
  expect(poissonTail(100_000, 1000)).toBe(0)
  expect(poissonTail(100_001, 100_000)).toBeGreaterThan(0.4)
})
