import type { Answer, Earlier } from '../domain/report/answer.ts'
import type { Result } from '../domain/report/result.ts'
import { type Html, html } from './html.ts'
import { countText, indexText, movedText, rateText, shareText } from './number-text.ts'
import type { Words } from './words/words.ts'

/** A place with what its readers said. */
export interface AnswerRow {
  readonly name: Html | string
  /** How far below the others it stands, from 0. */
  readonly depth?: number
  /** In the columns behind its name. */
  readonly more?: readonly Html[]
  readonly answer: Answer
}

/** Deeper ones stand where the deepest do. */
const DEEPEST = 4

interface AnswerTable {
  readonly label: string
  /** Of the column of names, and of those behind it. */
  readonly head: string
  readonly more?: readonly string[]
  readonly rows: readonly AnswerRow[]
}

/** Places side by side, each beside the period before and the same one of last year. */
export function answerTable(words: Words, { label, head, more = [], rows }: AnswerTable): Html {
  return html`<div class="table answers" role="region" aria-label="${label}" tabindex="0"><table>
    <thead><tr><th scope="col">${head}</th>${more.map((name) => html`<th scope="col">${name}</th>`)}
      <th scope="col" class="number">${words.ratings}</th>
      <th scope="col" class="number">${words.satisfied}</th>
      <th scope="col" class="number">${words.indexShort}</th>
      <th scope="col">${words.gradeShort}</th>
      <th scope="col">${words.sincePrevious}</th>
      <th scope="col">${words.sinceLastYear}</th>
      <th scope="col" class="number">${words.countedViews}</th>
      <th scope="col" class="number">${words.responseRate}</th></tr></thead>
    <tbody>${rows.map((row) => line(words, row))}</tbody></table></div>`
}

function line(words: Words, { name, depth = 0, more = [], answer }: AnswerRow) {
  const { now, before, lastYear } = answer
  const { n, satisfied, grade, views } = now
  return html`<tr><th scope="row" class="depth-${Math.min(depth, DEEPEST)}">${name}</th>
    ${more.map((cell) => html`<td>${cell}</td>`)}<td class="number">${countText(words, n)}</td>
    <td class="number">${n === 0 ? '–' : shareText(words, satisfied)}</td>
    <td class="number">${indexCell(words, now)}</td>
    <td>${grade ?? '–'}</td>
    <td>${changeText(words, before)}</td><td>${changeText(words, lastYear)}</td>
    <td class="number">${countText(words, views)}</td>
    <td class="number">${rateText(words, { k: n, n: views })}</td></tr>`
}

/** The index above the interval in which it lies. */
function indexCell(words: Words, { index, interval }: Result) {
  if (index === null || interval === null) return '–'
  return html`${indexText(words, index)}
    <span class="range">${indexText(words, interval.low)}–${indexText(words, interval.high)}</span>`
}

/** How the index moved; only what the intervals bear out is called a change. */
function changeText(words: Words, { index, hundredths }: Earlier): Html | string {
  if (index === null || hundredths === null) return '–'
  const text = words.change[index](movedText(words, hundredths))
  return index === 'unclear'
    ? html`<span class="same">${text}</span>`
    : html`<strong>${text}</strong>`
}

/** What stands below such a table: how to read it. */
export function answerNote(words: Words): Html {
  return html`<p class="hint">${words.answersNote}</p>`
}
