import { expect, test } from 'vitest'
import { createCrowdAlarm } from '../../server/domain/client/crowd-alarm.ts'
import { type IpAddress, parseIpAddress } from '../../server/domain/client/ip-address.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'

const HOUR = 60 * 60 * 1000
/** In the middle of an hour. */
const NOW = Date.UTC(2026, 2, 1, 5, 30)
const THIS_HOUR = Date.UTC(2026, 2, 1, 5)

const few = (n: number) => `203.0.113.${n % 20}`
const spread = (n: number) => `20.${n >> 16}.${(n >> 8) & 255}.${n & 255}`
const inside = (n: number) => `192.168.7.${n % 20}`

function open() {
  const told: string[] = []
  const alarm = createCrowdAlarm(nodeMac, nodeRandom, (text) => told.push(text))
  let visits = 0
  /** So many visits more, each from the next address. */
  const visit = (times: number, from: (n: number) => string, now = NOW) => {
    for (let i = 0; i < times; i++) {
      visits += 1
      alarm.visit(parseIpAddress(from(visits)) as IpAddress, now)
    }
  }
  const unknown = (times: number, now = NOW) => {
    for (let i = 0; i < times; i++) alarm.visit(null, now)
  }
  return { alarm, told, visit, unknown }
}

test('500 visits in an hour, 80 % of them from 20 public addresses, raise it', () => {
  const { alarm, told, visit } = open()
  visit(100, spread)
  visit(399, few)
  expect(alarm.crowds()).toEqual([])
  visit(1, few)
  expect(alarm.crowds()).toEqual([{ since: THIS_HOUR, until: null }])
  expect(told).toEqual([expect.stringContaining('TRUSTED_PROXIES')])
})

test('it does not matter which come first', () => {
  const { alarm, visit } = open()
  visit(400, few)
  visit(100, spread)
  expect(alarm.crowds()).toHaveLength(1)
})

test('one visit fewer from them raises none, nor does a 21st address', () => {
  const { alarm, visit } = open()
  visit(101, spread)
  visit(399, few)
  visit(1, few, NOW + HOUR)
  expect(alarm.crowds()).toEqual([])

  const other = open()
  other.visit(120, spread)
  other.visit(504, (n) => `203.0.113.${n % 21}`)
  other.visit(1, few, NOW + HOUR)
  // 20 of the 21 have 480 of 624.
  expect(other.alarm.crowds()).toEqual([])
})

test('499 visits say nothing, however crowded', () => {
  const { alarm, visit } = open()
  visit(499, few)
  visit(499, few, NOW + HOUR)
  expect(alarm.crowds()).toEqual([])
})

test('visits from nobody knows where are visits, but of no address', () => {
  const { alarm, visit, unknown } = open()
  unknown(101)
  visit(399, few)
  expect(alarm.crowds()).toEqual([])
  const other = open()
  other.unknown(100)
  other.visit(400, few)
  expect(other.alarm.crowds()).toHaveLength(1)
})

test('an address is one in every spelling', () => {
  const { alarm, visit } = open()
  visit(400, (n) => (n % 2 ? '::ffff:203.0.113.7' : '203.0.113.7'))
  visit(100, spread)
  expect(alarm.crowds()).toHaveLength(1)
})

test('a house with few machines raises none; a gateway that all come through does', () => {
  const { alarm, visit } = open()
  visit(2000, inside)
  expect(alarm.crowds()).toEqual([])
  visit(1, inside, NOW + HOUR)
  expect(alarm.crowds()).toEqual([])

  for (const gateway of ['172.17.0.1', '127.0.0.1', '::1', 'fd00::1']) {
    const other = open()
    other.visit(400, () => gateway)
    other.visit(100, inside)
    expect(other.alarm.crowds()).toHaveLength(1)
  }
})

test('one that begins late in an hour is seen when the hour is over', () => {
  const { alarm, told, visit } = open()
  visit(150, spread)
  visit(350, few)
  visit(250, few)
  expect(alarm.crowds()).toEqual([])
  visit(1, spread, NOW + HOUR)
  expect(alarm.crowds()).toEqual([{ since: THIS_HOUR, until: null }])
  expect(told).toHaveLength(1)
})

test('it lasts over quiet hours and is told once, until an hour of 500 is spread', () => {
  const { alarm, told, visit } = open()
  visit(600, few)
  visit(600, few, NOW + HOUR)
  visit(10, spread, NOW + 2 * HOUR)
  visit(600, spread, NOW + 3 * HOUR)
  expect(alarm.crowds()).toEqual([{ since: THIS_HOUR, until: null }])
  expect(told).toHaveLength(1)
  visit(1, spread, NOW + 4 * HOUR)
  expect(alarm.crowds()).toEqual([{ since: THIS_HOUR, until: THIS_HOUR + 3 * HOUR }])

  visit(600, few, NOW + 9 * HOUR)
  expect(alarm.crowds()).toEqual([
    { since: THIS_HOUR, until: THIS_HOUR + 3 * HOUR },
    { since: THIS_HOUR + 9 * HOUR, until: null },
  ])
  expect(told).toHaveLength(2)
})

test('one that begins and thins out within an hour lasted that hour', () => {
  const { alarm, visit } = open()
  visit(500, few)
  visit(500, spread)
  visit(1, spread, NOW + HOUR)
  expect(alarm.crowds()).toEqual([{ since: THIS_HOUR, until: THIS_HOUR + HOUR }])
})

test('a clock set back begins another hour', () => {
  const { alarm, visit } = open()
  visit(499, few)
  visit(499, few, NOW - 24 * HOUR)
  expect(alarm.crowds()).toEqual([])
  visit(1, few, NOW - 24 * HOUR)
  expect(alarm.crowds()).toEqual([{ since: THIS_HOUR - 24 * HOUR, until: null }])
})

test('5,000 addresses of an hour are counted; whoever comes later is seen in the next', () => {
  const { alarm, visit } = open()
  visit(4999, spread)
  visit(20_001, () => '203.0.113.7')
  visit(1, spread, NOW + HOUR)
  expect(alarm.crowds()).toHaveLength(1)

  const other = open()
  other.visit(5000, spread)
  other.visit(30_000, () => '203.0.113.7')
  other.visit(500, () => '203.0.113.7', NOW + HOUR)
  expect(other.alarm.crowds()).toEqual([{ since: THIS_HOUR + HOUR, until: null }])
})

test('twenty crowds are kept, the latest', () => {
  const { alarm, visit } = open()
  for (let n = 0; n < 25; n++) {
    visit(500, few, NOW + 2 * n * HOUR)
    visit(500, spread, NOW + (2 * n + 1) * HOUR)
  }
  expect(alarm.crowds()).toHaveLength(20)
  expect(alarm.crowds()[0]?.since).toBe(THIS_HOUR + 10 * HOUR)
})
