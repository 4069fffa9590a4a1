import { localDay } from './local-day.ts'

const DAY = 24 * 60 * 60 * 1000

/** The day, YYYY-MM-DD, that was a number of days before another. */
export function dayBefore(day: string, days: number): string {
  return localDay('UTC', Date.parse(day) - days * DAY)
}
