import { dayBefore } from '../day-before.ts'
import { type Period, periodOf, readPeriod } from './period.ts'

/** Kinds of period that are handed in. */
export const REPORT_KINDS = ['month', 'quarter', 'semester', 'year'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** Steps of the trend. */
const MONTHS = 12

/** The period that a code names, where one reports by such; else null. */
export function readReportPeriod(code: string): Period | null {
  const period = readPeriod(code)
  return period && (REPORT_KINDS as readonly string[]).includes(period.kind) ? period : null
}

/** Periods of a kind that have begun, the present one first. @param today YYYY-MM-DD */
export function latestPeriods(kind: ReportKind, today: string, most: number): readonly Period[] {
  const periods: Period[] = []
  for (let day = today; periods.length < most; ) {
    const period = periodOf(kind, day)
    periods.push(period)
    day = dayBefore(period.from, 1)
  }
  return periods
}

/**
 * The months that show where a period comes from: twelve that end with its last one, or with the
 * present one where that is still to come, in order.
 */
export function trendMonths({ to }: Period, today: string): readonly Period[] {
  return [...latestPeriods('month', to < today ? to : today, MONTHS)].reverse()
}
