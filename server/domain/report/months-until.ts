import { dayBefore } from '../day-before.ts'
import { customPeriod, type Period, periodOf } from './period.ts'

/** Months that are held beside each other: so many before the last one. */
const BEFORE = 11

/** The twelve months that end with the last one of a period. */
export function monthsUntil({ to }: Period): Period {
  const last = periodOf('month', to)
  let { from } = last
  for (let i = 0; i < BEFORE; i++) from = periodOf('month', dayBefore(from, 1)).from
  return customPeriod(from, last.to)
}
