import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayBefore } from '../../../server/domain/day-before.ts'
import { localDay } from '../../../server/domain/local-day.ts'
import {
  customPeriod,
  periodOf,
  previousPeriod,
  readPeriod,
  sameOfLastYear,
} from '../../../server/domain/report/period.ts'
import { periodName } from '../../../server/domain/report/period-name.ts'

const PERIODS = [
  [
    '2026-03-05',
    '2026-03-05',
    '2026-03-05',
    '2026-03-04',
    '2025-03-05',
    '5 Maret 2026',
    '5 March 2026',
  ],
  [
    '2026-W01',
    '2025-12-29',
    '2026-01-04',
    '2025-W52',
    '2025-W01',
    'Minggu ke-1 2026 (29 Desember 2025 – 4 Januari 2026)',
    'Week 1 2026 (29 December 2025 – 4 January 2026)',
  ],
  [
    '2026-W10',
    '2026-03-02',
    '2026-03-08',
    '2026-W09',
    '2025-W10',
    'Minggu ke-10 2026 (2–8 Maret 2026)',
    'Week 10 2026 (2–8 March 2026)',
  ],
  [
    '2026-W53',
    '2026-12-28',
    '2027-01-03',
    '2026-W52',
    '2025-W52',
    'Minggu ke-53 2026 (28 Desember 2026 – 3 Januari 2027)',
    'Week 53 2026 (28 December 2026 – 3 January 2027)',
  ],
  [
    '2026-W18',
    '2026-04-27',
    '2026-05-03',
    '2026-W17',
    '2025-W18',
    'Minggu ke-18 2026 (27 April – 3 Mei 2026)',
    'Week 18 2026 (27 April – 3 May 2026)',
  ],
  ['2024-02', '2024-02-01', '2024-02-29', '2024-01', '2023-02', 'Februari 2024', 'February 2024'],
  [
    '2026-T1',
    '2026-01-01',
    '2026-03-31',
    '2025-T4',
    '2025-T1',
    'Triwulan I 2026',
    'Quarter I 2026',
  ],
  [
    '2026-T4',
    '2026-10-01',
    '2026-12-31',
    '2026-T3',
    '2025-T4',
    'Triwulan IV 2026',
    'Quarter IV 2026',
  ],
  [
    '2026-S2',
    '2026-07-01',
    '2026-12-31',
    '2026-S1',
    '2025-S2',
    'Semester II 2026',
    'Half-year II 2026',
  ],
  ['2026', '2026-01-01', '2026-12-31', '2025', '2025', 'Tahun 2026', '2026'],
  [
    '2024-02-10..2024-02-29',
    '2024-02-10',
    '2024-02-29',
    '2024-01-21..2024-02-09',
    '2023-02-10..2023-02-28',
    '10-02-2024 s.d. 29-02-2024',
    '10-02-2024 to 29-02-2024',
  ],
] as const

test.each(PERIODS)('%s', (code, from, to, before, lastYear, id, en) => {
  const period = readPeriod(code)
  expect(period).toMatchObject({ code, from, to })
  if (!period) return
  expect(previousPeriod(period).code).toBe(before)
  expect(sameOfLastYear(period).code).toBe(lastYear)
  expect(periodName(period, 'id')).toBe(id)
  expect(periodName(period, 'en')).toBe(en)
})

test.each([
  ...['', '26', '2026-13', '2026-00', '2026-T0', '2026-T5', '2026-S3', '2026-W54', '2026-W00'],
  ...['2025-W53', '2026-02-29', '2026-3', '2026-T01', '2026-03-05..2026-03-04', '..', '2026..2027'],
  ...['2026-03-05..', '2026-01-01..2026-01-02..2026-01-03', "2026-03'", '0000', '20260305'],
])('%o names no period', (code) => {
  expect(readPeriod(code)).toBe(null)
})

const KINDS = ['day', 'week', 'month', 'quarter', 'semester', 'year'] as const
const days = fc
  .integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) })
  .map((instant) => localDay('UTC', instant))

test('periods of a kind follow one another without a gap, and are read back from their codes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), days, (kind, day) => {
      const period = periodOf(kind, day)
      expect(period.from <= day && day <= period.to).toBe(true)
      expect(readPeriod(period.code)).toEqual(period)
      expect(dayBefore(period.from, 1)).toBe(previousPeriod(period).to)
      expect(periodOf(kind, period.from)).toEqual(period)
      expect(periodOf(kind, period.to)).toEqual(period)
    }),
  )
})

test('the days before any days are as many', () => {
  fc.assert(
    fc.property(days, days, (a, b) => {
      const [from = a, to = b] = [a, b].sort()
      const period = customPeriod(from, to)
      const before = previousPeriod(period)
      const length = (of: typeof period) => Date.parse(of.to) - Date.parse(of.from)
      expect(length(before)).toBe(length(period))
      expect(dayBefore(from, 1)).toBe(before.to)
      expect(readPeriod(period.code)).toEqual(period)
    }),
  )
})

test('a site’s zone decides in which year it is', () => {
  const instant = Date.parse('2025-12-31T16:30Z')
  expect(periodOf('year', localDay('Asia/Jakarta', instant)).code).toBe('2025')
  expect(periodOf('year', localDay('Asia/Makassar', instant)).code).toBe('2026')
})
