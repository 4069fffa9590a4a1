import { customPeriod } from '../../domain/report/period.ts'
import type { SeriesStep } from '../../domain/report/series.ts'
import { type Html, html } from '../html.ts'
import { nameOfPeriod } from '../period-words.ts'
import type { Words } from '../words/words.ts'

/** Ticks that have room below a picture of 240 px. */
const MOST_TICKS = 6

/** What is said of a step that has no votes; null where it has some. */
export function silence(words: Words, { state, result: { n } }: SeriesStep): string | null {
  if (state === 'outage') return words.chartOutage
  return n === 0 ? words.noRatings : null
}

/** The name of a step, short enough for a narrow picture: `9 November 2026`; of a week, its days. */
export function stepName(words: Words, { period }: SeriesStep): string {
  const { kind, from, to } = period
  return nameOfPeriod(words, kind === 'week' ? customPeriod(from, to) : period)
}

/** Names of steps below a picture, as many as have room. @param centre in percent of its width */
export function timeTicks(
  steps: readonly SeriesStep[],
  centre: (i: number) => number,
  y: number,
): readonly Html[] {
  const every = Math.ceil(steps.length / MOST_TICKS)
  return steps.flatMap(({ period }, i) =>
    i % every === 0
      ? [
          html`<text class="tick" x="${centre(i)}%" y="${y}" text-anchor="middle">${tickOf(period)}</text>`,
        ]
      : [],
  )
}

/** `9/11` for days and weeks, by their first day; `11/26` for months. */
function tickOf({ kind, from }: SeriesStep['period']): string {
  const [year = '', month, day] = from.split('-')
  return kind === 'month' ? `${Number(month)}/${year.slice(2)}` : `${Number(day)}/${Number(month)}`
}
