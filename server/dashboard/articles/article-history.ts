import { articleSeries } from '../../domain/report/article-series.ts'
import { NOTHING as NO_SUMS } from '../../domain/report/pool-sums.ts'
import { resultOf } from '../../domain/report/result.ts'
import type { ArticleDay, ArticleId, Site, WordingChange } from '../../store/store.ts'
import { seriesCharts } from '../charts/series-charts.ts'
import { wordingMarks } from '../charts/wording-marks.ts'
import type { ChosenPeriod } from '../chosen-period.ts'
import type { DashboardAct } from '../dashboard-route.ts'
import { type Html, html } from '../html.ts'
import { countText, shareText } from '../number-text.ts'
import { hatching, shareBar } from '../report/share-bar.ts'
import type { Words } from '../words/words.ts'

/** Days told at most: more than a year has. */
const MOST = 400
/** More days than these are told when one asks for them. */
const MANY = 14

/** What an article gathered in a period: drawn over time, then day by day, the latest day first. */
export async function articleHistory(
  { words, rules }: DashboardAct,
  article: ArticleId,
  { period, today }: ChosenPeriod,
  asked: { readonly site: Site; readonly changes: readonly WordingChange[] },
): Promise<Html> {
  const days = await rules.store.readArticleHistory(article, period, MOST)
  if (days.length === 0) return html`<h2>${words.articleDays}</h2><p>${words.articleDaysNone}</p>`
  const table = dayTable(words, days)
  const series = articleSeries(days, period, today)
  return html`${hatching()} ${seriesCharts(words, series, wordingMarks(words, [asked], series))}
    <h2>${words.articleDays}</h2>
    ${
      days.length <= MANY
        ? table
        : html`<details><summary>${words.articleDaysAll(days.length)}</summary>${table}</details>`
    }`
}

function dayTable(words: Words, days: readonly ArticleDay[]): Html {
  const rows = days.map(({ day, views, votes }) => {
    const { n, satisfied } = resultOf({ ...NO_SUMS, views, votes })
    return html`<tr><th scope="row" class="time">${day}</th>
      <td class="number">${countText(words, views)}</td><td class="number">${countText(words, n)}</td>
      <td class="number">${n === 0 ? '–' : shareText(words, satisfied)}</td>
      <td>${n === 0 ? '' : shareBar(votes, 160, 12)}</td></tr>`
  })
  return html`<div class="table" role="region" aria-label="${words.articleDays}" tabindex="0"><table>
    <thead><tr><th scope="col">${words.articleDay}</th>
      <th scope="col" class="number">${words.countedViews}</th>
      <th scope="col" class="number">${words.ratings}</th>
      <th scope="col" class="number">${words.satisfied}</th>
      <th scope="col">${words.distribution}</th></tr></thead>
    <tbody>${rows}</tbody></table></div>`
}
