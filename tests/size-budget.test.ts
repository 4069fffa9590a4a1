import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'

/** Most that a reader's browser fetches as script, Lit included, in bytes of brotli. */
const BUDGET = 10_000

test("the readers' script is at most 10 kB of brotli", () => {
  const size = brotliCompressSync(readFileSync('dist/widget/widget.js')).length
  console.log(`readers' script: ${size} bytes of brotli`)
  expect(size).toBeGreaterThan(1000)
  expect(size).toBeLessThanOrEqual(BUDGET)
})

test('the README promises that same budget', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(`**${BUDGET / 1000} kB brotli**`)
})
