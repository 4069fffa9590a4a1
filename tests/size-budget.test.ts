import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { expect, test } from 'vitest'
import manifest from '../package.json'

const [{ path, limit } = { path: '', limit: '' }] = manifest['size-limit']

test('the budget is a number of kilobytes', () => {
  expect(limit).toMatch(/^\d+ kB$/)
})

test(`the readers' script is at most ${limit} of brotli`, () => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  const { byteLength } = brotliCompressSync(readFileSync(path), { params })
  expect(byteLength).toBeGreaterThan(1000)
  expect(byteLength).toBeLessThanOrEqual(Number.parseInt(limit, 10) * 1000)
})

test('the README names the same budget wherever it names one', () => {
  const readme = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ')
  const named = readme.match(/\d[\d.,]* kB brotli/g)
  expect(new Set(named)).toEqual(new Set([`${limit} brotli`]))
})
