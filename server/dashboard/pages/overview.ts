import { summarise } from '../../domain/moderation/admin-summary.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { html, NOTHING } from '../html.ts'
import { doneNotice } from '../page.ts'
import { visibleSites } from '../visible-sites.ts'
import { setAside } from './site.ts'

/** Every site that one may see with what it gathered lately. */
export const overview: DashboardRoute = {
  method: 'GET',
  path: '',
  access: 'member',
  async answer(act) {
    const { words, query } = act
    const rows = await siteRows(act)
    const body =
      rows.length === 0
        ? html`<p>${words.overviewEmpty}</p><p class="hint">${words.overviewEmptyNext}</p>`
        : html`${doneNotice(words, query['done'])}
          <p class="lead">${words.overviewText(rows.length)}</p>
          <div class="table" role="region" aria-label="${words.site}" tabindex="0"><table>
            <thead><tr><th scope="col">${words.site}</th>
              <th scope="col" class="number">${words.viewsToday}</th>
              <th scope="col" class="number">${words.views7}</th>
              <th scope="col" class="number">${words.votes7}</th>
              <th scope="col" class="number">${words.pending7}</th></tr></thead>
            <tbody>${rows}</tbody>
          </table></div>`
    const appoints = act.person?.roles.some(({ role }) => role === 'owner' || role === 'admin')
    const whole = html`${body} ${
      appoints
        ? html`<p><a class="action" href="/admin/new-site">${words.newSiteTitle}</a></p>`
        : NOTHING
    }`
    return { title: words.overviewTitle, body: whole }
  },
}

async function siteRows(act: DashboardAct) {
  const { rules, words } = act
  const rows = []
  // One after another: a long list of sites takes turns with readers.
  for (const { key, name } of visibleSites(act)) {
    const listed = await rules.sites.find(key)
    if (!listed) continue
    const { today, week } = await summarise(rules, listed)
    const number = (n: number) => html`<td class="number">${n.toLocaleString(words.language)}</td>`
    rows.push(html`<tr><th scope="row"><a href="/admin/sites/${key}">${name}</a></th>
      ${number(today.views.counted)} ${number(week.views.counted)}
      ${number(setAside(week, 'counted'))} ${number(setAside(week, 'pending'))}</tr>`)
  }
  return rows
}
