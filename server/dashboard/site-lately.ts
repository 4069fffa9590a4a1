import { type PeriodSums, summarise } from '../domain/moderation/admin-summary.ts'
import type { ListedSite } from '../domain/site/site-directory.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { html } from './html.ts'
import type { Words } from './words/words.ts'

/** Votes of a period that have a standing, whatever for. */
export function setAside({ votes }: PeriodSums, standing: string): number {
  return votes.filter((sum) => sum.standing === standing).reduce((sum, one) => sum + one.votes, 0)
}

/** What moves at this moment, requests that are not counted with it. */
export async function siteLately({ rules, words }: DashboardAct, listed: ListedSite) {
  const { today, week } = await summarise(rules, listed)
  return html`<h2>${words.lately}</h2>
    <p class="hint">${words.siteWeek(week.from, week.to)} (${listed.site.timeZone})</p>
    ${figures(words, today, week)}`
}

function figures(words: Words, today: PeriodSums, week: PeriodSums) {
  const measures: readonly (readonly [string, (period: PeriodSums) => number])[] = [
    [words.countedViews, ({ views }) => views.counted],
    [words.droppedViews, ({ views }) => views.requests - views.counted],
    [words.countedVotes, (period) => setAside(period, 'counted')],
    [words.pendingVotes, (period) => setAside(period, 'pending')],
    [words.excludedVotes, (period) => setAside(period, 'excluded')],
  ]
  const rows = measures.map(
    ([name, of]) => html`<tr><th scope="row">${name}</th>
      <td class="number">${of(today).toLocaleString(words.language)}</td>
      <td class="number">${of(week).toLocaleString(words.language)}</td></tr>`,
  )
  return html`<div class="table" role="region" aria-label="${words.siteFigures}" tabindex="0"><table>
    <thead><tr><th scope="col">${words.measure}</th>
      <th scope="col" class="number">${words.today}</th>
      <th scope="col" class="number">${words.week}</th></tr></thead>
    <tbody>${rows}</tbody></table></div>`
}
