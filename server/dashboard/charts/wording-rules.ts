import type { SeriesStep } from '../../domain/report/series.ts'
import { type Html, html, NOTHING } from '../html.ts'
import type { Words } from '../words/words.ts'
import type { WordingMark } from './wording-marks.ts'

/** Height of a line of numbers above a picture, in px. */
const LINE = 14
const DAY = 24 * 60 * 60 * 1000

/** How the columns of a picture stand, in percent of its width. */
interface Columns {
  readonly from: (i: number) => number
  readonly width: number
}

/** Room that the numbers take above the marks; two lines, since those of two days don't stand side by side. */
export function roomForRules(marks: readonly WordingMark[]): number {
  return marks.length > 1 ? 2 * LINE : marks.length * LINE
}

/**
 * A rule from top to bottom for each mark, where its day begins; those within one step bear their
 * numbers together. `wordingLegend()` says what they stand for.
 */
export function wordingRules(
  words: Words,
  marks: readonly WordingMark[],
  steps: readonly SeriesStep[],
  columns: Columns,
  height: number,
): readonly Html[] {
  const groups = steps
    .map((step, i) => ({ i, step, own: marks.filter(({ day }) => isIn(step, day)) }))
    .filter(({ own }) => own.length > 0)
  return groups.map(({ i, step, own }, at) => {
    const places = own.map(({ day }) => placeOf(step, day, i, columns))
    const numbers = rangeOf(own)
    const said = words.wordingMark(numbers, own.map(({ name }) => name).join(', '))
    return html`<g class="wording" role="img" aria-label="${said}">${places.map(
      (x) =>
        html`<line class="under" x1="${x}%" x2="${x}%" y1="0" y2="${height}"></line>
          <line x1="${x}%" x2="${x}%" y1="-4" y2="${height}"></line>`,
    )}<text x="${places[0] ?? 0}%" y="${-6 - (at % 2) * LINE}" text-anchor="middle">${numbers}</text></g>`
  })
}

/** What the numbers of rules stand for; nothing without any. */
export function wordingLegend(words: Words, marks: readonly WordingMark[]): Html {
  if (marks.length === 0) return html`${NOTHING}`
  return html`<div class="wordings"><p class="hint">${words.wordingKey}</p>
    <ol>${marks.map(({ name, changes }) => html`<li>${name}. ${changes.join('. ')}</li>`)}</ol></div>`
}

/** What the head of a step's row says besides; nothing where it has no mark. */
export function wordingNote(
  words: Words,
  marks: readonly WordingMark[],
  step: SeriesStep,
): string | null {
  const own = marks.filter(({ day }) => isIn(step, day))
  if (own.length === 0) return null
  return words.wordingMark(rangeOf(own), own.map(({ name }) => name).join(', '))
}

function isIn({ period: { from, to } }: SeriesStep, day: string): boolean {
  return day >= from && day <= to
}

/** `1`, or `1–3`. */
function rangeOf(marks: readonly WordingMark[]): string {
  const [first, last] = [marks[0]?.number, marks.at(-1)?.number]
  return first === last ? `${first}` : `${first}–${last}`
}

/** In percent: between two columns where a day begins its step, else within the column. */
function placeOf(
  { period: { from, to } }: SeriesStep,
  day: string,
  i: number,
  columns: Columns,
): number {
  const days = (Date.parse(to) - Date.parse(from)) / DAY + 1
  const passed = (Date.parse(day) - Date.parse(from)) / DAY
  const left = columns.from(i)
  const end = i === 0 ? 0 : columns.from(i - 1) + columns.width
  const place = passed === 0 ? (left + end) / 2 : left + (columns.width * passed) / days
  return Math.round(place * 1000) / 1000
}
