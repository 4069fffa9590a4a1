import type { Digest } from '../../store/store.ts'
import { localDay } from '../local-day.ts'

const DAY = 24 * 60 * 60 * 1000

const hours = new Map<string, Intl.DateTimeFormat>()

/**
 * The local day whose digest is to be sent now, YYYY-MM-DD; null on other days and before its hour.
 * One that was missed is due for the rest of its day.
 * @param now milliseconds since 1970
 */
export function digestDue(
  { weekday, hour, timeZone }: Pick<Digest, 'weekday' | 'hour' | 'timeZone'>,
  now: number,
): string | null {
  const day = localDay(timeZone, now)
  // 1 January 1970 was a Thursday.
  const isIts = ((Math.floor(Date.parse(day) / DAY) + 3) % 7) + 1 === weekday
  return isIts && hourOf(timeZone, now) >= hour ? day : null
}

function hourOf(timeZone: string, now: number): number {
  const known = hours.get(timeZone)
  const format =
    known ?? new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' })
  if (!known) hours.set(timeZone, format)
  return Number(format.format(now))
}
