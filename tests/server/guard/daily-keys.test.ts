import { expect, test } from 'vitest'
import { parseIpAddress } from '../../../server/domain/client/ip-address.ts'
import { createDailyKeys } from '../../../server/domain/guard/daily-keys.ts'
import { keysAt, shortened } from '../../../server/domain/guard/reader-keys.ts'
import { keyOfHash } from '../../../server/domain/guard/spent-tokens.ts'
import { nodeMac } from '../../../server/entry/node-mac.ts'
import { nodeRandom } from '../../../server/entry/node-random.ts'

const DAY = 24 * 60 * 60 * 1000
const NOON = Date.UTC(2026, 2, 1, 12)
const ARTICLE = { site: 'desa', key: 'desa.go.id/berita' }

function open(mac = nodeMac) {
  const keys = createDailyKeys(mac, nodeRandom)
  keys.turn(NOON)
  return keys
}

/** Of a reader at an article, as network and neighbourhood. */
function keysOf(keys: ReturnType<typeof open>, text: string, article = ARTICLE) {
  const pair = keysAt(keys, article, parseIpAddress(text))
  return [pair?.part.key, pair?.whole.key]
}

test('a key stays for a day, and is known for one day more', () => {
  const keys = open()
  const before = keys.keyOf('a')
  expect(keys.keyOf('a').key).toBe(before.key)
  expect(keys.previousKeyOf(before)).toBe(0)
  expect(keys.since()).toBe(NOON)

  keys.turn(NOON + DAY)
  const after = keys.keyOf('a')
  expect(after.key).not.toBe(before.key)
  expect(keys.previousKeyOf(after)).toBe(before.key)
  expect(keys.since()).toBe(NOON + DAY)

  keys.turn(NOON + 2 * DAY)
  expect(keys.previousKeyOf(keys.keyOf('a'))).toBe(after.key)
})

test('the keys of a thing and its part are told apart, and known a day later too', () => {
  const keys = open()
  const { whole, part } = keys.keysOf('a', 7)
  expect(whole.key).toBe(keys.keyOf('a').key)
  expect(new Set([whole.key, part.key, keys.keysOf('a', 8).part.key]).size).toBe(3)
  keys.turn(NOON + DAY)
  const later = keys.keysOf('a', 7)
  expect(keys.previousKeyOf(later.whole)).toBe(whole.key)
  expect(keys.previousKeyOf(later.part)).toBe(part.key)
})

test('no two of a neighbourhood’s networks have one key, nor one that is handed on', () => {
  const keys = open()
  const networks = Array.from({ length: 4096 }, (_, i) => keys.keysOf('a', i * 16).part)
  expect(new Set(networks.map(({ key }) => key)).size).toBe(4096)
  expect(new Set(networks.map(shortened)).size).toBe(4096)
  for (const { key } of networks) expect(Number.isSafeInteger(key)).toBe(true)
})

test('a key has all the bits of 53 that it may, and what is handed on has 32', () => {
  const keys = open()
  const some = Array.from({ length: 400 }, (_, i) => keys.keyOf(String(i)))
  const bits = (numbers: readonly number[]) =>
    numbers.reduce((all, number) => all | BigInt(number), 0n)
  expect(bits(some.map(({ key }) => key))).toBe(2n ** 53n - 1n)
  expect(bits(some.map(shortened))).toBe(2n ** 32n - 1n)
  expect(bits(some.map(({ key }) => keys.keysOf(String(key), 1).part.key))).toBe(2n ** 53n - 1n)
})

test('each kind of address has its network and neighbourhood', () => {
  const keys = open()
  const [network, around] = keysOf(keys, '192.0.2.1')
  expect(keysOf(keys, '192.0.2.2')).toEqual([expect.not.closeTo(network ?? 0), around])
  expect(keysOf(keys, '192.0.2.1')).toEqual([network, around])
  expect(keysOf(keys, '192.0.3.1')[1]).not.toBe(around)

  const [home, provider] = keysOf(keys, '2001:db8:7:1::1')
  expect(keysOf(keys, '2001:db8:7:1:ffff::2')).toEqual([home, provider])
  expect(keysOf(keys, '2001:db8:7:2::1')).toEqual([expect.not.closeTo(home ?? 0), provider])
  expect(keysOf(keys, '2001:db8:8:1::1')[1]).not.toBe(provider)
  expect(keysAt(keys, ARTICLE, null)).toBeNull()
})

test.each([
  [{ ...ARTICLE, key: 'desa.go.id/lain' }],
  [{ ...ARTICLE, site: 'kota' }],
  [{ site: 'desad', key: 'esa.go.id/berita' }],
])('at %o a reader has other keys', (article) => {
  const keys = open()
  const [network, around] = keysOf(keys, '192.0.2.1')
  const other = keysOf(keys, '192.0.2.1', article)
  expect(other[0]).not.toBe(network)
  expect(other[1]).not.toBe(around)
})

test('0 is no key, even of a hash of nothing but zeros', () => {
  const keys = open(() => new Uint8Array(32))
  expect(keys.keyOf('a').key).toBe(1)
  expect(shortened(keys.keyOf('a'))).toBe(1)
  expect(shortened(undefined)).toBe(0)
  expect(keyOfHash('0'.repeat(32))).toBe(1)
  expect(keyOfHash(`${'0'.repeat(12)}2f`)).toBe(2)
})
