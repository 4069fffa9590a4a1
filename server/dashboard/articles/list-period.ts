import { localDay } from '../../domain/local-day.ts'
import { type Period, periodOf, previousPeriod, readPeriod } from '../../domain/report/period.ts'
import { nameOfPeriod } from '../period-words.ts'
import type { Words } from '../words/words.ts'

/** Days of a list of articles: those of a period that lists are kept for, or all of them. */
export interface ListPeriod {
  /** As it stands in addresses; `all` for all time. */
  readonly code: string
  readonly from: string
  readonly to: string
  readonly name: string
}

/** Kinds of period that lists are kept for. */
const KEPT: readonly Period['kind'][] = ['month', 'quarter', 'semester', 'year']
/** Before the first of anything that is counted. */
const FIRST_DAY = '2000-01-01'

/**
 * The period of a list and those to choose from. The present triwulan where the address names none
 * that lists are kept for.
 * @param now seconds since 1970
 */
export function listPeriod(words: Words, code: string | undefined, timeZone: string, now: number) {
  const today = localDay(timeZone, now * 1000)
  const named = (period: Period): ListPeriod => ({ ...period, name: nameOfPeriod(words, period) })
  const all = { code: 'all', from: FIRST_DAY, to: today, name: words.allTime }
  const present = (['quarter', 'month', 'semester', 'year'] as const).map((kind) =>
    periodOf(kind, today),
  )
  const usual = present.flatMap((period) => [period, previousPeriod(period)]).map(named)
  const asked = readPeriod(code ?? '')
  const other = asked && KEPT.includes(asked.kind) ? [named(asked)] : []
  const choices = [
    ...usual,
    all,
    ...other.filter(({ code }) => !usual.some((u) => u.code === code)),
  ]
  const chosen = choices.find((choice) => choice.code === code) ?? choices[0] ?? all
  return { chosen, choices }
}
