import { CHOICES } from '../../../shared/choice.ts'
import type { Series, SeriesStep } from '../../domain/report/series.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { countText, indexText, rateText, tenthsText } from '../number-text.ts'
import type { Words } from '../words/words.ts'
import { silence, stepName } from './step-text.ts'
import type { WordingMark } from './wording-marks.ts'
import { wordingNote } from './wording-rules.ts'

/** The figures behind the pictures of a series, in a fold. */
export function seriesTable(words: Words, series: Series, wordings: readonly WordingMark[]): Html {
  const head = [
    ...[words.countedViews, words.ratings, words.responseRate],
    ...CHOICES.map((choice) => words.choices[choice]),
    words.indexShort,
  ]
  const rows = series
    .filter(({ state }) => state !== 'coming')
    .map(
      (step) =>
        html`<tr><th scope="row">${stepName(words, step)}${noteOf(words, wordings, step)}</th>${cells(words, step).map((cell) => html`<td class="number">${cell}</td>`)}</tr>`,
    )
  return html`<details class="behind"><summary>${words.chartTable}</summary>
    <div class="table" role="region" aria-label="${words.chartTable}" tabindex="0"><table>
    <thead><tr><th scope="col">${words.period}</th>${head.map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
    <tbody>${rows}</tbody></table></div></details>`
}

function noteOf(words: Words, wordings: readonly WordingMark[], step: SeriesStep) {
  const note = wordingNote(words, wordings, step)
  return note === null ? NOTHING : html`<br><span class="hint">${note}</span>`
}

function cells(words: Words, step: SeriesStep): readonly string[] {
  if (step.state === 'outage') return [silence(words, step) ?? '', ...Array<string>(7).fill('–')]
  const { views, n, percentages, index, interval } = step.result
  const shares = CHOICES.map((choice) =>
    percentages ? tenthsText(words, percentages.tenths[choice], percentages.decimals) : '–',
  )
  const [value, low, high] = [index ?? 0, interval?.low ?? 0, interval?.high ?? 0].map((one) =>
    indexText(words, one),
  )
  return [
    ...[countText(words, views), countText(words, n), rateText(words, { k: n, n: views })],
    ...shares,
    index === null ? '–' : `${value} (${low}–${high})`,
  ]
}
