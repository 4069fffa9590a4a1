import { expect, test } from 'vitest'
import { measureGuard } from '../../../tools/bench/guard-cost.ts'

/** Room for 100,000 keys of each kind is there from the start: only these grow. */
const ARTICLES = 20_000
const PENDING_VOTES = 25_000

test('a guard that is full takes less than 32 MB', { timeout: 60_000 }, async () => {
  const { memory, keys } = await measureGuard(ARTICLES + PENDING_VOTES)
  expect(keys.slice(-2)).toEqual([ARTICLES, PENDING_VOTES])
  expect(Math.min(...keys)).toBeGreaterThanOrEqual(ARTICLES)
  expect(memory * 1024 * 1024).toBeLessThan(32_000_000)
  // Otherwise nothing was measured.
  expect(memory).toBeGreaterThan(10)
})
