import { RANKED_FROM } from '../../shared/ranking-bounds.ts'
import type { RankedBy, Ranking } from '../domain/report/ranking.ts'
import type { Result } from '../domain/report/result.ts'
import { type Html, html } from './html.ts'
import { countText, indexText, shareText } from './number-text.ts'
import type { Words } from './words/words.ts'

/** Something with a name that leads to its page. */
export interface RankedRow extends Result {
  readonly name: string
  readonly href: string
}

/**
 * Ranks with n beside each. Where nothing has votes enough for one, what comes nearest to it, with how
 * many it has of how many it needs.
 */
export function rankingTable(
  words: Words,
  heading: string,
  by: RankedBy,
  { items, ranked }: Ranking<RankedRow>,
): Html {
  if (items.length === 0) return html`<h2>${heading}</h2><p>${words.rankingNone}</p>`
  const rows = items.map(({ name, href, n, views, satisfied, index, interval, grade }, i) => {
    const few = by !== 'views' && !ranked
    return html`<tr><td class="number">${few ? '–' : i + 1}</td>
      <th scope="row"><a href="${href}">${name}</a></th>
      <td class="number">${few ? words.rankingOf(countText(words, n), RANKED_FROM) : countText(words, n)}</td>
      <td class="number">${n === 0 ? '–' : shareText(words, satisfied)}</td>
      <td class="number">${index === null ? '–' : indexText(words, index)}</td>
      <td class="number">${
        interval ? `${indexText(words, interval.low)}–${indexText(words, interval.high)}` : '–'
      }</td><td>${grade ?? '–'}</td><td class="number">${countText(words, views)}</td></tr>`
  })
  return html`<h2>${heading}</h2>
    ${ranked ? html`` : html`<p class="hint">${words.rankingFew(RANKED_FROM)}</p>`}
    <div class="table" role="region" aria-label="${heading}" tabindex="0"><table>
    <thead><tr><th scope="col" class="number">${words.rank}</th><th scope="col">${words.rankingName}</th>
      <th scope="col" class="number">${words.ratings}</th><th scope="col" class="number">${words.satisfied}</th>
      <th scope="col" class="number">${words.indexShort}</th><th scope="col" class="number">${words.interval}</th>
      <th scope="col">${words.grade}</th><th scope="col" class="number">${words.countedViews}</th></tr></thead>
    <tbody>${rows}</tbody></table></div>`
}
