import type { Digest } from '../store/store.ts'
import type { Words } from './words/words.ts'

/** When a digest goes out, in words. */
export function digestTime(words: Words, { weekday, hour, timeZone }: Digest): string {
  return words.digestOn(words.digestWeekdays[weekday - 1] ?? '', hourText(hour), timeZone)
}

/** An hour of the day as `06.00`. */
export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}.00`
}
