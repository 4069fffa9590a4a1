import { dayBefore } from '../day-before.ts'
import { customPeriod, type Period, periodOf } from './period.ts'

/** Days of a period that is shown day by day, at most. */
const BY_DAY = 31
/** Days of a period that is shown week by week, at most: a semester. */
const BY_WEEK = 184
const DAY = 24 * 60 * 60 * 1000

/** The days, weeks or months of a period, in order; those at its ends only as far as they are in it. */
export function seriesSteps({ from, to }: Period): readonly Period[] {
  const days = (Date.parse(to) - Date.parse(from)) / DAY + 1
  const kind = days <= BY_DAY ? 'day' : days <= BY_WEEK ? 'week' : 'month'
  const steps: Period[] = []
  for (let day = from; day <= to; ) {
    const whole = periodOf(kind, day)
    const last = whole.to < to ? whole.to : to
    const isWhole = whole.from === day && whole.to === last
    steps.push(isWhole ? whole : customPeriod(day, last))
    day = dayBefore(last, -1)
  }
  return steps
}
