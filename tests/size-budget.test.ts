import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { brotliSize } from '../tools/brotli-size.ts'

/** Most that a reader's browser fetches as script, Lit included, in bytes of brotli. */
const BUDGETS = [
  ['widget.js', 10_000],
  ['count.js', 3_000],
] as const

/** Most that a text weighs which is fetched only where it is asked for, in bytes of brotli. */
const TEXT_BUDGET = 1_000
const TEXTS = ['words', 'explanation'].flatMap((kind) =>
  readdirSync(`dist/widget/${kind}`).map((language) => `${kind}/${language}`),
)

test.each(BUDGETS)('%s is at most %i bytes of brotli', (name, budget) => {
  const size = brotliSize(`dist/widget/${name}`)
  console.log(`${name}: ${size} bytes of brotli`)
  expect(size).toBeGreaterThan(1000)
  expect(size).toBeLessThanOrEqual(budget)
})

test('every text that the script does not carry is built', () => {
  expect(TEXTS.sort()).toEqual([
    'explanation/en.json',
    'explanation/id.json',
    'words/jv.json',
    'words/su.json',
  ])
})

test.each(TEXTS)(`%s is at most ${TEXT_BUDGET} bytes of brotli`, (name) => {
  const size = brotliSize(`dist/widget/${name}`)
  console.log(`${name}: ${size} bytes of brotli`)
  expect(size).toBeGreaterThan(100)
  expect(size).toBeLessThanOrEqual(TEXT_BUDGET)
})

test('the README promises the same of the texts', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(`at most ${TEXT_BUDGET / 1000} kB each`)
})

test.each(BUDGETS)('the README promises the same of %s', (_, budget) => {
  expect(readFileSync('README.md', 'utf8')).toContain(`**${budget / 1000} kB brotli**`)
})
