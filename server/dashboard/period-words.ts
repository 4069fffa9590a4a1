import { type Period, previousPeriod } from '../domain/report/period.ts'
import { periodName } from '../domain/report/period-name.ts'
import type { ChosenPeriod } from './chosen-period.ts'
import type { Words } from './words/words.ts'

/** What a period is called in the reader's language. */
export function nameOfPeriod({ language }: Words, period: Period): string {
  return periodName(period, language === 'en' ? 'en' : 'id')
}

/** The period inside a sentence: `triwulan ini`, or by its name. */
export function thisPeriod(words: Words, { period, current }: ChosenPeriod): string {
  const { kind } = period
  return current && kind !== 'custom' ? words.thisPeriod[kind] : nameOfPeriod(words, period)
}

/** The one before it inside a sentence: `triwulan lalu`, or by its name. */
export function lastPeriod(words: Words, { period, current }: ChosenPeriod): string {
  const { kind } = period
  if (current && kind !== 'custom') return words.lastPeriod[kind]
  return nameOfPeriod(words, previousPeriod(period))
}
