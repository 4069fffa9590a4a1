import type { Answer, Earlier } from '../domain/report/answer.ts'
import type { Result } from '../domain/report/result.ts'
import { type Html, html } from './html.ts'
import { countText, indexText, movedText, rateText, shareText } from './number-text.ts'
import { nameOfPeriod } from './period-words.ts'
import type { Words } from './words/words.ts'

/** A period beside the one before it and the same one of last year. */
export function comparisonTable(words: Words, { period, now, before, lastYear }: Answer): Html {
  return html`<div class="table" role="region" aria-label="${words.comparison}" tabindex="0"><table>
    <thead><tr><th scope="col">${words.period}</th>
      <th scope="col" class="number">${words.ratings}</th>
      <th scope="col" class="number">${words.satisfied}</th>
      <th scope="col" class="number">${words.indexShort}</th>
      <th scope="col" class="number">${words.countedViews}</th>
      <th scope="col" class="number">${words.responseRate}</th>
      <th scope="col">${words.changeSince}</th></tr></thead>
    <tbody><tr><th scope="row">${nameOfPeriod(words, period)}</th>${figures(words, now)}<td>–</td></tr>
      ${[before, lastYear].map((earlier) => row(words, earlier))}</tbody></table></div>`
}

function row(words: Words, earlier: Earlier) {
  return html`<tr><th scope="row">${nameOfPeriod(words, earlier.period)}</th>
    ${figures(words, earlier.result)}<td>${changeText(words, earlier)}</td></tr>`
}

function figures(words: Words, { n, satisfied, index, views }: Result) {
  return html`<td class="number">${countText(words, n)}</td>
    <td class="number">${n === 0 ? '–' : shareText(words, satisfied)}</td>
    <td class="number">${index === null ? '–' : indexText(words, index)}</td>
    <td class="number">${countText(words, views)}</td>
    <td class="number">${rateText(words, { k: n, n: views })}</td>`
}

/** How the index moved since then; only what the intervals bear out is called a change. */
function changeText(words: Words, { index, hundredths }: Earlier): string {
  if (index === null || hundredths === null) return words.changeNone
  return words.change[index](movedText(words, hundredths))
}
