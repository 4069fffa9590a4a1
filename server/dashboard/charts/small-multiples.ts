import { RANKED_FROM } from '../../../shared/ranking-bounds.ts'
import type { Series } from '../../domain/report/series.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { countText, indexText } from '../number-text.ts'
import type { Words } from '../words/words.ts'
import { indexScale } from './index-chart.ts'
import { columns, HEIGHT, rounded } from './plot.ts'
import { stepName } from './step-text.ts'
import type { WordingMark } from './wording-marks.ts'
import { roomForRules, wordingRules } from './wording-rules.ts'

/** One of several that are seen beside each other. */
export interface Multiple {
  readonly name: string
  /** Where its own page is. */
  readonly href?: string | undefined
  readonly series: Series
}

/** The index over time of several offices or sections, each small, all on the index's whole scale. */
export function smallMultiples(
  words: Words,
  items: readonly Multiple[],
  wordings: readonly WordingMark[],
): Html {
  return html`<div class="multiples">${items.map((item) => small(words, item, wordings))}</div>
    <details class="behind"><summary>${words.chartTable}</summary>${table(words, items)}</details>`
}

function small(
  words: Words,
  { name, href, series }: Multiple,
  wordings: readonly WordingMark[],
): Html {
  const { from, width } = columns(series.length)
  const last = series.findLast(({ result: { index } }) => index !== null)?.result
  const said =
    last?.index == null
      ? words.noRatings
      : `${indexText(words, last.index)} · ${words.chartRatings(countText(words, last.n), last.n < RANKED_FROM)}`
  const dots = series.map(({ result: { index, n } }, i) =>
    index === null
      ? NOTHING
      : html`<circle class="${n < RANKED_FROM ? 'dot few' : 'dot'}" cx="${rounded(from(i) + width / 2)}%" cy="${rounded(indexScale(index) / 2)}" r="3"></circle>`,
  )
  const room = roomForRules(wordings)
  const rules = [25, 50, 75, 100].map((mark) => {
    const y = indexScale(mark * 100) / 2
    return html`<line class="rule" x1="0" x2="100%" y1="${y}" y2="${y}"></line>`
  })
  return html`<figure class="small"><figcaption>${linked(name, href)}</figcaption>
    <svg class="field" height="${HEIGHT / 2 + 10 + room}" role="group" aria-label="${name}: ${said}"><svg y="${5 + room}" overflow="visible">${rules}${dots}
      ${wordingRules(words, wordings, series, { from, width }, HEIGHT / 2)}</svg></svg>
    <p class="hint">${said}</p></figure>`
}

function table(words: Words, items: readonly Multiple[]): Html {
  const steps = items[0]?.series ?? []
  const rows = items.map(
    ({ name, href, series }) =>
      html`<tr><th scope="row">${linked(name, href)}</th>${series.map(
        ({ result: { index, n } }) =>
          html`<td class="number">${index === null ? '–' : `${indexText(words, index)} (${countText(words, n)})`}</td>`,
      )}</tr>`,
  )
  return html`<div class="table" role="region" aria-label="${words.chartTable}" tabindex="0"><table>
    <thead><tr><th scope="col">${words.chartName}</th>${steps.map((step) => html`<th scope="col" class="number">${stepName(words, step)}</th>`)}</tr></thead>
    <tbody>${rows}</tbody></table></div>`
}

function linked(name: string, href: string | undefined): Html | string {
  return href === undefined ? name : html`<a href="${href}">${name}</a>`
}
