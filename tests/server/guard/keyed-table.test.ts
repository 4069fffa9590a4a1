import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createKeyedTable } from '../../../server/domain/guard/keyed-table.ts'
import { nodeRandom } from '../../../server/entry/node-random.ts'

const MOST = 1600
const LIFE = 60_000
const NOW = Date.UTC(2026, 2, 1)

function open() {
  const values = new Uint16Array(MOST)
  return { values, table: createKeyedTable({ most: MOST, life: LIFE, columns: [values] }) }
}

/** As the first bits of a hash are. */
function randomKey(): number {
  const bytes = nodeRandom(6)
  return bytes.reduce((number, byte) => number * 256 + byte, 0) + 1
}

test('what was put in is found until its life is over, and new keys have zeros', () => {
  const { table, values } = open()
  const row = table.add(7, NOW)
  expect(values[row]).toBe(0)
  values[row] = 5
  expect(table.find(7, NOW + LIFE - 1)).toBe(row)
  expect(table.find(7, NOW + LIFE)).toBe(-1)
  expect(table.find(8, NOW)).toBe(-1)
  expect(values[table.add(7, NOW + LIFE)]).toBe(0)
})

test('a touch begins the life anew, and a clock that was set back ends it', () => {
  const { table } = open()
  const row = table.add(7, NOW)
  table.touch(row, NOW + LIFE - 1)
  expect(table.touchedAt(row)).toBe(NOW + LIFE - 1)
  expect(table.find(7, NOW + LIFE + 1)).toBe(row)
  expect(table.find(7, NOW)).toBe(row)
  expect(table.find(7, NOW - 1)).toBe(-1)
})

test('it never holds more keys than it may, and of the latest half nearly all', () => {
  const { table } = open()
  const keys = Array.from({ length: MOST * 10 }, randomKey)
  for (const [i, key] of keys.entries()) table.add(key, NOW + i)
  expect(table.size()).toBeLessThanOrEqual(MOST)
  const end = NOW + keys.length
  const latest = keys.slice(-MOST / 2).filter((key) => table.find(key, end) >= 0)
  expect(latest.length).toBeGreaterThan((MOST / 2) * 0.95)
})

test('forgetting wipes what is past its life, and nothing else', () => {
  const { table, values } = open()
  const old = table.add(7, NOW)
  const young = table.add(8, NOW + 1)
  values[old] = 1
  values[young] = 2
  table.forget(NOW + LIFE)
  expect(table.size()).toBe(1)
  expect([...values].filter((value) => value > 0)).toEqual([2])
  expect(table.find(8, NOW + LIFE)).toBe(young)
})

test('keys that share their place are told apart like any others', () => {
  const sharing = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { maxLength: 16 })
  fc.assert(
    fc.property(sharing, (numbers) => {
      const { table, values } = open()
      const keys = numbers.map((number) => 3 + number * (MOST / 16))
      for (const [i, key] of keys.entries()) values[table.add(key, NOW + i)] = i + 1
      expect(keys.map((key) => values[table.find(key, NOW)])).toEqual(keys.map((_, i) => i + 1))
    }),
  )
})
