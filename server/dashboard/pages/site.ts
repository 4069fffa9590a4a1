import { type PeriodSums, summarise } from '../../domain/moderation/admin-summary.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { html } from '../html.ts'
import { siteTasks } from '../site-tasks.ts'
import type { Words } from '../words/words.ts'

/** What a site gathered today and in seven days. */
export const sitePage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site',
  access: { action: 'see', on: 'site' },
  async answer(act) {
    const { rules, path, words } = act
    const listed = await rules.sites.find(path['site'] ?? '')
    if (!listed) return { missing: true }
    const { today, week } = await summarise(rules, listed)
    const { site } = listed
    const body = html`<p class="hint">${words.siteWeek(week.from, week.to)} (${site.timeZone})</p>
      ${figures(words, today, week)}
      <h2>${words.origins}</h2>
      <ul class="plain">${site.origins.map(({ origin }) => html`<li><code>${origin}</code></li>`)}</ul>
      ${siteTasks(act, site.key)} ${auditLink(act, site.key)}`
    return { title: site.name, body }
  },
}

/** Votes of a period that have a standing, whatever for. */
export function setAside({ votes }: PeriodSums, standing: string): number {
  return votes.filter((sum) => sum.standing === standing).reduce((sum, one) => sum + one.votes, 0)
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

function auditLink({ words }: DashboardAct, site: string) {
  return html`<p><a href="/admin/sites/${site}/audit">${words.auditTitle}</a></p>`
}
