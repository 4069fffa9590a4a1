import { CHOICES } from '../../shared/choice.ts'
import type { Result } from '../domain/report/result.ts'
import { type Html, html, NOTHING } from './html.ts'
import { countText, tenthsText } from './number-text.ts'
import type { Words } from './words/words.ts'

/** The four answers with their counts and shares, best first, each with its bar below its words. */
export function distribution(words: Words, { votes, n, percentages }: Result): Html {
  const rows = CHOICES.map((choice) => {
    const share = percentages
      ? tenthsText(words, percentages.tenths[choice], percentages.decimals)
      : '–'
    // Its length is the exact share, whatever is printed.
    const length = n === 0 ? 0 : (100 * votes[choice]) / n
    return html`<tr><th scope="row">${words.choices[choice]}
      <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="fill ${choice}" width="${length}" height="8"></rect></svg></th>
      <td class="number">${share}</td><td class="number">${countText(words, votes[choice])}</td></tr>`
  })
  return html`<div class="table distribution" role="region" aria-label="${words.distribution}" tabindex="0"><table>
    <thead><tr><th scope="col">${words.choice}</th><th scope="col" class="number">${words.share}</th>
      <th scope="col" class="number">${words.ratings}</th></tr></thead>
    <tbody>${rows}</tbody>
    <tfoot><tr><th scope="row">${words.all}</th><td class="number">${
      percentages?.rounded ? words.rounded : NOTHING
    }</td><td class="number">${countText(words, n)}</td></tr></tfoot></table></div>`
}
