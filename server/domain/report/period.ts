import { dayBefore } from '../day-before.ts'

/** Kinds of period, shortest first. */
const PERIOD_KINDS = ['day', 'week', 'month', 'quarter', 'semester', 'year', 'custom'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** Days that belong together, local to a site, YYYY-MM-DD: the first and the last. */
export interface Period {
  readonly kind: PeriodKind
  /** As it stands in addresses: `2026-03-05`, `2026-W10`, `2026-03`, `2026-T1`, `2026-S1`, `2026`, or two days with `..` between. */
  readonly code: string
  readonly from: string
  readonly to: string
}

const DAY = 24 * 60 * 60 * 1000
const IS_DAY = /^\d{4}-\d\d-\d\d$/
/** Months that the first day of a kind of period may begin, and how many it has. */
const MONTHS = { month: 1, quarter: 3, semester: 6, year: 12 } as const
/** Highest number behind each mark; months have none. */
const MOST: Readonly<Record<string, number>> = { W: 53, T: 4, S: 2, '': 12 }
/** Earlier ones would not stand in order as text. */
const FIRST_YEAR = 1000
const MARK = { quarter: 'T', semester: 'S' } as const

/** The period of a kind in which a day is. */
export function periodOf(kind: Exclude<PeriodKind, 'custom'>, day: string): Period {
  if (kind === 'day') return { kind, code: day, from: day, to: day }
  if (kind === 'week') return weekOf(day)
  const length = MONTHS[kind]
  const [year, month] = partsOf(day)
  return monthsFrom(kind, year, Math.floor((month - 1) / length) * length + 1)
}

/** Any days, from one to another. */
export function customPeriod(from: string, to: string): Period {
  return { kind: 'custom', code: `${from}..${to}`, from, to }
}

/** The period that a code names; null where it names none. */
export function readPeriod(code: string): Period | null {
  const [from = '', to, ...more] = code.split('..')
  if (to !== undefined) {
    const fits = isDay(from) && isDay(to) && from <= to && more.length === 0
    return fits ? customPeriod(from, to) : null
  }
  if (IS_DAY.test(code)) return isDay(code) ? periodOf('day', code) : null
  const [, year, mark = '', digits = ''] = /^(\d{4})(?:-([WTS]?)(\d\d?))?$/.exec(code) ?? []
  if (year === undefined) return null
  // Whatever is out of range comes out under another code than it was asked for.
  const period = periodFrom(Number(year), mark, Number(digits))
  return period?.code === code ? period : null
}

function periodFrom(year: number, mark: string, number: number): Period | null {
  if (year < FIRST_YEAR || number > (MOST[mark] ?? 0)) return null
  if (mark !== '' && number === 0) return null
  if (mark === 'W') return weekOf(dayBefore(`${pad(year, 4)}-01-04`, 7 - 7 * number))
  if (mark === 'T') return monthsFrom('quarter', year, 3 * number - 2)
  if (mark === 'S') return monthsFrom('semester', year, 6 * number - 5)
  return number === 0 ? monthsFrom('year', year, 1) : monthsFrom('month', year, number)
}

/** The one just before it, as long or of the same kind. */
export function previousPeriod(period: Period): Period {
  const { kind, from, to } = period
  const last = dayBefore(from, 1)
  if (kind !== 'custom') return periodOf(kind, last)
  return customPeriod(dayBefore(from, (Date.parse(to) - Date.parse(from)) / DAY + 1), last)
}

/** The same one of the year before: the same dates, or the week of the same number. */
export function sameOfLastYear({ kind, code, from, to }: Period): Period {
  if (kind === 'week') {
    const [year, week] = [Number(code.slice(0, 4)) - 1, code.slice(4)]
    // Not every year has a 53rd week.
    return readPeriod(`${pad(year, 4)}${week}`) ?? weekOf(`${pad(year, 4)}-12-28`)
  }
  if (kind === 'custom') return customPeriod(yearBefore(from), yearBefore(to))
  return periodOf(kind, yearBefore(from))
}

/** The same date of the year before; of 29 February the day before it. */
function yearBefore(day: string): string {
  const before = `${pad(Number(day.slice(0, 4)) - 1, 4)}${day.slice(4)}`
  return isDay(before) ? before : `${before.slice(0, 8)}28`
}

/** ISO 8601: a week begins on Monday and is of the year in which its Thursday is. */
function weekOf(day: string): Period {
  // 1 January 1970 was a Thursday.
  const from = dayBefore(day, (Math.floor(Date.parse(day) / DAY) + 3) % 7)
  const year = dayBefore(from, -3).slice(0, 4)
  const first = Date.parse(`${year}-01-01`)
  const week = Math.floor((Date.parse(from) + 3 * DAY - first) / (7 * DAY)) + 1
  return { kind: 'week', code: `${year}-W${pad(week, 2)}`, from, to: dayBefore(from, -6) }
}

function monthsFrom(kind: keyof typeof MONTHS, year: number, month: number): Period {
  const length = MONTHS[kind]
  const from = `${pad(year, 4)}-${pad(month, 2)}-01`
  const next = month + length > 12 ? [year + 1, 1] : [year, month + length]
  const to = dayBefore(`${pad(next[0] ?? 0, 4)}-${pad(next[1] ?? 0, 2)}-01`, 1)
  const number = (month - 1) / length + 1
  const codes = {
    year: pad(year, 4),
    semester: `${pad(year, 4)}-${MARK.semester}${number}`,
    quarter: `${pad(year, 4)}-${MARK.quarter}${number}`,
    month: `${pad(year, 4)}-${pad(month, 2)}`,
  }
  return { kind, code: codes[kind], from, to }
}

function partsOf(day: string): readonly [year: number, month: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
}

export function isDay(text: string): boolean {
  if (!IS_DAY.test(text) || Number(text.slice(0, 4)) < FIRST_YEAR) return false
  const instant = Date.parse(text)
  return !Number.isNaN(instant) && dayBefore(text, 0) === text
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, '0')
}
