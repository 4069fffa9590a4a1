import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTimeZone, localDay } from '../../server/domain/local-day.ts'

const WIB = 'Asia/Jakarta'
const WITA = 'Asia/Makassar'
const WIT = 'Asia/Jayapura'

test.each([
  [WIB, '2026-01-01T16:30:00.000Z', '2026-01-01'],
  [WITA, '2026-01-01T16:30:00.000Z', '2026-01-02'],
  [WIT, '2026-01-01T16:30:00.000Z', '2026-01-02'],
  [WIB, '2026-01-01T16:59:59.999Z', '2026-01-01'],
  [WIB, '2026-01-01T17:00:00.000Z', '2026-01-02'],
  [WITA, '2026-01-01T15:59:59.999Z', '2026-01-01'],
  [WITA, '2026-01-01T16:00:00.000Z', '2026-01-02'],
  [WIT, '2026-01-01T14:59:59.999Z', '2026-01-01'],
  [WIT, '2026-01-01T15:00:00.000Z', '2026-01-02'],
  [WIB, '2025-12-31T17:00:00.000Z', '2026-01-01'],
  [WIB, '2028-02-28T18:00:00.000Z', '2028-02-29'],
])('in %s it is at %s the day %s', (zone, instant, day) => {
  expect(localDay(zone, Date.parse(instant))).toBe(day)
})

test('the day is that of the zone’s offset, in whichever order it is asked', () => {
  const zones = [
    [WIB, 7 * 60],
    [WITA, 8 * 60],
    [WIT, 9 * 60],
    ['Asia/Kathmandu', 5 * 60 + 45],
    ['UTC', 0],
  ] as const
  const instant = fc.integer({ min: Date.UTC(2001, 0), max: Date.UTC(2060, 0) })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...zones), instant)), (questions) => {
      for (const [[zone, minutes], now] of questions) {
        const shifted = new Date(now + minutes * 60_000).toISOString()
        expect(localDay(zone, now)).toBe(shifted.slice(0, 10))
      }
    }),
  )
})

test.each([
  [WIB, true],
  [WIT, true],
  ['UTC', true],
  ['Asia/Bojonegoro', false],
  ['', false],
  ['WIT', false],
])('%j is a time zone: %s', (name, known) => {
  expect(isTimeZone(name)).toBe(known)
  if (!known) expect(() => localDay(name, 0)).toThrow(RangeError)
})
