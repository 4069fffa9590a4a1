import { SEALED_AFTER_DAYS } from '../../../shared/sealing.ts'
import { dayBefore } from '../day-before.ts'

/**
 * The first day that is held against what was signed of it whenever a later day is signed. Days
 * before it are sealed: their counts move no more, unless they are marked as changed.
 * @param lastSigned the latest signed day
 */
export function signingWindow(lastSigned: string): string {
  return dayBefore(lastSigned, SEALED_AFTER_DAYS + 7)
}
