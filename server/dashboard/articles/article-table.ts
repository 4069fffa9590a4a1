import { NOTHING as NO_SUMS } from '../../domain/report/pool-sums.ts'
import { resultOf } from '../../domain/report/result.ts'
import type { ListedArticle } from '../../store/store.ts'
import { addressWith } from '../address-with.ts'
import type { DashboardAct } from '../dashboard-route.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { countText, indexText, rateText, shareText } from '../number-text.ts'
import type { Words } from '../words/words.ts'
import type { ListedOrder } from './article-filter.ts'
import { articleAddress } from './article-link.ts'

/** Articles with their figures; a head that sorts is a link, and an arrow shows the one that does. */
export function articleTable(
  act: DashboardAct,
  site: string,
  order: ListedOrder,
  articles: readonly ListedArticle[],
  period: string,
): Html {
  const { words } = act
  const head = (name: string, by: ListedOrder, number = true) => {
    const sorted = by === order
    const arrow = by === 'address' || by === 'attention' ? '↑' : '↓'
    return html`<th scope="col" class="${number ? 'number' : ''}" aria-sort="${
      sorted ? (arrow === '↑' ? 'ascending' : 'descending') : 'none'
    }"><a href="${addressWith(act.at, act.query, { sort: by, after: undefined })}">${name}</a>${
      sorted ? ` ${arrow}` : ''
    }</th>`
  }
  const byIndex = order === 'attention' ? 'attention' : 'best'
  return html`<div class="table" role="region" aria-label="${words.articlesTitle}" tabindex="0"><table>
    <thead><tr>${head(words.article, 'address', false)} ${head(words.countedViews, 'views')}
      ${head(words.ratings, 'votes')}<th scope="col" class="number">${words.responseRate}</th>
      <th scope="col" class="number">${words.satisfied}</th>${head(words.indexShort, byIndex)}
      <th scope="col" class="number">${words.interval}</th><th scope="col">${words.grade}</th></tr></thead>
    <tbody>${articles.map((article) => row(words, site, article, period))}</tbody></table></div>`
}

function row(words: Words, site: string, article: ListedArticle, period: string): Html {
  const { key, title, verified, views, votes } = article
  const { n, satisfied, index, interval, grade } = resultOf({ ...NO_SUMS, views, votes })
  return html`<tr><th scope="row"><a href="${articleAddress(site, key, period)}">${title ?? key}</a>
      ${title === null ? NOTHING : html`<code>${key}</code>`}
      ${verified ? NOTHING : html`<span class="hint">${words.moderationUnverified}</span>`}</th>
    <td class="number">${countText(words, views)}</td><td class="number">${countText(words, n)}</td>
    <td class="number">${rateText(words, { k: n, n: views })}</td>
    <td class="number">${n === 0 ? '–' : shareText(words, satisfied)}</td>
    <td class="number">${index === null ? '–' : indexText(words, index)}</td>
    <td class="number">${
      interval ? `${indexText(words, interval.low)}–${indexText(words, interval.high)}` : '–'
    }</td><td>${grade ?? '–'}</td></tr>`
}
