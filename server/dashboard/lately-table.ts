import { countVotes } from '../../shared/votes-by-choice.ts'
import { type Html, html, NOTHING } from './html.ts'
import type { Lately } from './lately.ts'
import { countText } from './number-text.ts'
import type { Words } from './words/words.ts'

/** Sites for which it is said what to do first. */
const MOST_SILENT = 5

/** Today and the last seven days, site by site; of one that nobody visits, what to do. */
export function latelyTable(words: Words, lately: readonly Lately[]): Html | typeof NOTHING {
  if (lately.length === 0) return NOTHING
  const number = (n: number) => html`<td class="number">${countText(words, n)}</td>`
  const silent = lately.filter(({ week }) => week.views + countVotes(week.votes) === 0)
  return html`<h2>${words.lately}</h2>
    <div class="table" role="region" aria-label="${words.lately}" tabindex="0"><table>
      <thead><tr><th scope="col">${words.site}</th>
        <th scope="col" class="number">${words.viewsToday}</th>
        <th scope="col" class="number">${words.votesToday}</th>
        <th scope="col" class="number">${words.views7}</th>
        <th scope="col" class="number">${words.votes7}</th>
        <th scope="col" class="number">${words.pending7}</th></tr></thead>
      <tbody>${lately.map(
        ({ site: { key, name }, today, week }) => html`<tr>
          <th scope="row"><a href="/admin/sites/${key}">${name}</a></th>
          ${number(today.views)}${number(countVotes(today.votes))}
          ${number(week.views)}${number(countVotes(week.votes))}${number(week.pending)}</tr>`,
      )}</tbody>
    </table></div>
    ${silent.slice(0, MOST_SILENT).map(
      ({ site: { key, name } }) => html`<p class="hint">${words.siteSilent(name)}
        <a href="/admin/sites/${key}/embed">${words.siteSilentNext}</a></p>`,
    )}`
}
