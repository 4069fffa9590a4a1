import { expect, test } from 'vitest'
import { createPageTokens } from '../../server/domain/page-token.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'

const HOUR = 3_600_000
const ISSUED = Date.UTC(2026, 2, 1, 8, 30)
const ARTICLE = { site: 'desa', key: 'desa.go.id/berita' }

const tokensUnder = (secret: string) => createPageTokens(nodeMac, Buffer.from(secret), nodeRandom)
const tokens = tokensUnder('rahasia yang cukup panjang untuk uji')
const isGood = (...of: Parameters<typeof tokens.verify>) => tokens.verify(...of) !== null

test.each([
  ['at once', 0, true],
  ['after an hour', HOUR, true],
  ['after two hours to the millisecond', 2 * HOUR, true],
  ['not a millisecond later', 2 * HOUR + 1, false],
  ['not before it was issued', -1, false],
  ['not a day later', 24 * HOUR, false],
])('a token is good %s', (_, age, good) => {
  expect(isGood(tokens.issue(ARTICLE, ISSUED), ARTICLE, ISSUED + age)).toBe(good)
})

test('a token tells its age and its own number', () => {
  const token = tokens.issue(ARTICLE, ISSUED)
  const [, nonce] = token.split('.')
  expect(tokens.verify(token, ARTICLE, ISSUED + 1234)).toEqual({ age: 1234, nonce })
})

test.each([
  ['another article', { site: 'desa', key: 'desa.go.id/lain' }],
  ['another site', { site: 'kota', key: 'desa.go.id/berita' }],
  ['an article that only begins alike', { site: 'desa', key: 'desa.go.id/berita/2' }],
  ['the article of another case', { site: 'desa', key: 'desa.go.id/Berita' }],
])('a token is no good for %s', (_, other) => {
  expect(isGood(tokens.issue(ARTICLE, ISSUED), other, ISSUED)).toBe(false)
})

test.each([
  [
    { site: 'a', key: 'b/c' },
    { site: 'ab', key: '/c' },
  ],
  [
    { site: 'a', key: 'b/c' },
    { site: 'ab/', key: 'c' },
  ],
  [
    { site: 'a', key: '1:b' },
    { site: 'a1:', key: 'b' },
  ],
  [
    { site: 'a', key: '3:b/c' },
    { site: 'a3:', key: 'b/c' },
  ],
  [
    { site: '', key: 'ab' },
    { site: 'ab', key: '' },
  ],
])('the border between site and article cannot be shifted: %o is not %o', (one, other) => {
  expect(isGood(tokens.issue(one, ISSUED), one, ISSUED)).toBe(true)
  expect(isGood(tokens.issue(one, ISSUED), other, ISSUED)).toBe(false)
})

test('a token of another secret is no good', () => {
  const foreign = tokensUnder('rahasia lain yang juga cukup panjang').issue(ARTICLE, ISSUED)
  expect(isGood(foreign, ARTICLE, ISSUED)).toBe(false)
})

test('two tokens of one moment differ and are both good', () => {
  const [one, two] = [tokens.issue(ARTICLE, ISSUED), tokens.issue(ARTICLE, ISSUED)]
  expect(one).not.toBe(two)
  expect(isGood(one, ARTICLE, ISSUED) && isGood(two, ARTICLE, ISSUED)).toBe(true)
})

test('no character of a token can be another', () => {
  const token = tokens.issue(ARTICLE, ISSUED)
  for (let i = 0; i < token.length; i++) {
    const other = token[i] === '0' ? '1' : '0'
    const forged = token.slice(0, i) + other + token.slice(i + 1)
    expect(isGood(forged, ARTICLE, ISSUED), forged).toBe(false)
  }
})

test('a fresher time cannot be put on an old token', () => {
  const [, nonce, proof] = tokens.issue(ARTICLE, ISSUED).split('.')
  const later = ISSUED + 3 * HOUR
  const forged = `${later.toString(36)}.${nonce}.${proof}`
  expect(isGood(forged, ARTICLE, later)).toBe(false)
})

test('garbage is no token', () => {
  const token = tokens.issue(ARTICLE, ISSUED)
  const garbage = [
    ...['', '.', '..', 'null', '0.0.0', '\u0000', '💥'.repeat(100), 'a'.repeat(10_000)],
    ...[`${token}0`, `0${token}`, `${token}\n`, ` ${token}`, token.toUpperCase(), token.slice(1)],
    ...[token.replaceAll('.', ''), token.slice(0, -1), `${token}.${token}`],
  ]
  for (const text of garbage) expect(isGood(text, ARTICLE, ISSUED), text).toBe(false)
})
