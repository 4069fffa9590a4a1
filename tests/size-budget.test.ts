import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { brotliSize } from '../tools/brotli-size.ts'

/** Most that a reader's browser fetches as script, Lit included, in bytes of brotli. */
const BUDGETS = [
  ['widget.js', 10_000],
  ['count.js', 3_000],
] as const

test.each(BUDGETS)('%s is at most %i bytes of brotli', (name, budget) => {
  const size = brotliSize(`dist/widget/${name}`)
  console.log(`${name}: ${size} bytes of brotli`)
  expect(size).toBeGreaterThan(1000)
  expect(size).toBeLessThanOrEqual(budget)
})

test.each(BUDGETS)('the README promises the same of %s', (_, budget) => {
  expect(readFileSync('README.md', 'utf8')).toContain(`**${budget / 1000} kB brotli**`)
})
