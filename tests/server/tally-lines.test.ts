import { expect, test } from 'vitest'
import { createKeyOf } from '../../server/domain/article-keys.ts'
import { createTallyLines } from '../../server/domain/chain/tally-lines.ts'
import { createOriginRule } from '../../server/domain/site/origin-rule.ts'
import type { ListedSite } from '../../server/domain/site/site-directory.ts'
import { askedArticles } from '../../server/routes/asked-articles.ts'
import type { Site } from '../../server/store/store.ts'
import { heapUsed } from '../support/heap-used.ts'

const SITE: Site = {
  key: 'desa',
  name: 'Desa',
  timeZone: 'Asia/Jakarta',
  settings: {},
  loopback: false,
  intranet: false,
  addedAt: 0,
  origins: [{ origin: 'https://desa.go.id', role: 'primary' }],
}
const LISTED: ListedSite = { site: SITE, rule: createOriginRule(SITE) }
const MEBIBYTE = 1024 * 1024

/** Requests, each 15 KB long, and what may stay of one. */
const REQUESTS = 5000
const LONG = 'z'.repeat(15_000)
const MOST_KEPT = 3 * 1024

test.each([
  ['beside a long stranger', (n: number) => `?x=${LONG}&article=/a-rather-usual-path/${n}`, true],
  [
    'with a long parameter that is no part of it',
    (n: number) => `?article=/${n}?utm_x=${LONG}`,
    false,
  ],
  ['with one that is encoded', (n: number) => `?article=/${n}?utm_x=${'%7A'.repeat(1000)}`, true],
])('an article asked for %s costs little memory', (_, query, known) => {
  const lineOf = createTallyLines(createKeyOf())
  const before = heapUsed()
  let found = 0
  for (let n = 0; n < REQUESTS; n++) {
    // As from the network: a string of its own for each request.
    const url = Buffer.from(`http://localhost/v1/sites/desa/tallies${query(n)}`).toString()
    for (const asked of askedArticles(url)) if (lineOf(LISTED, asked)) found += 1
  }
  const kept = heapUsed() - before
  expect(lineOf(LISTED, '/again')?.article.key).toBe('desa.go.id/again')
  expect(found).toBe(known ? REQUESTS : 0)
  expect(kept / MEBIBYTE).toBeLessThan((REQUESTS * MOST_KEPT) / MEBIBYTE)
})

test('an address has 1,024 characters at most, as in a view', () => {
  const lineOf = createTallyLines(createKeyOf())
  const address = (length: number) => '/a?utm_x='.padEnd(length, 'x')
  expect(lineOf(LISTED, encodeURIComponent(address(1024)))?.article.key).toBe('desa.go.id/a')
  expect(lineOf(LISTED, encodeURIComponent(address(1025)))).toBeNull()
})

test('one address has one line, another has another', () => {
  const lineOf = createTallyLines(createKeyOf())
  const line = lineOf(LISTED, '%2Fberita%2F1')
  expect(line?.article).toEqual({ site: 'desa', key: 'desa.go.id/berita/1' })
  expect(lineOf(LISTED, '%2Fberita%2F1')).toBe(line)
  expect(lineOf(LISTED, '/berita/2')?.article.key).toBe('desa.go.id/berita/2')
})

test('a site has 20,000 lines at most, of which all go at once', () => {
  const lineOf = createTallyLines(createKeyOf())
  const first = lineOf(LISTED, '/1')
  for (let n = 2; n <= 20_000; n++) lineOf(LISTED, `/${n}`)
  expect(lineOf(LISTED, '/1')).toBe(first)
  const last = lineOf(LISTED, '/20001')
  expect(lineOf(LISTED, '/1')).toEqual(first)
  expect(lineOf(LISTED, '/1')).not.toBe(first)
  expect(lineOf(LISTED, '/20001')).toBe(last)
})
