import { expect, test } from 'vitest'
import { measureGuard } from '../../../tools/bench/guard-cost.ts'
import { Guarded } from '../../support/guarded.ts'

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

test('no kind of key takes more room than it may', { timeout: 30_000 }, async () => {
  const most = 1600
  const guarded = new Guarded(most)
  for (let i = 0; i < 4000; i++) {
    const reader = { address: `20.${i >> 8}.${i & 255}.1`, article: `desa.go.id/${i}` }
    await guarded.view({ ...reader, unknown: true })
    await guarded.vote({ ...reader, age: 0 })
    await guarded.newArticle(reader)
    guarded.now += 20
  }
  const sizes = guarded.guard.sizes()
  expect(Math.max(...sizes)).toBeLessThanOrEqual(most)
  expect(Math.min(...sizes)).toBeGreaterThan(most / 10)
})
