import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { html, NOTHING } from '../html.ts'
import { idFrom } from '../id-from.ts'
import { siteTasks } from '../site-tasks.ts'
import { timeText } from '../time-text.ts'

/** Lines on a page. */
const MOST = 50

/** A line of either log. */
interface Line {
  readonly id: number
  readonly at: number
  readonly actor: string
  readonly action: string
  readonly site?: string | null
  readonly article: string | null
  readonly votes: number
  readonly note: string
}

export const auditPage: DashboardRoute = {
  method: 'GET',
  path: '/audit',
  access: { action: 'govern', on: 'server' },
  async answer(act) {
    const lines = await act.rules.store.readWholeAudit(beforeOf(act), MOST)
    return { title: act.words.auditTitle, body: auditTable(act, lines, '/admin/audit') }
  },
}

export const siteAuditPage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/audit',
  access: { action: 'see', on: 'site' },
  async answer(act) {
    const site = act.path['site'] ?? ''
    const before = beforeOf(act)
    const page = { after: before === null ? null : [before], most: MOST }
    const { entries } = await act.rules.store.readAudit({ site }, page)
    const body = html`${siteTasks(act, site)}
      ${auditTable(act, entries, `/admin/sites/${site}/audit`)}`
    return { title: act.words.auditTitle, body }
  },
}

/** Lines before this one, as the link to older ones has it. */
function beforeOf({ query }: DashboardAct): number | null {
  return idFrom(query['before']) || null
}

function auditTable({ words }: DashboardAct, lines: readonly Line[], path: string) {
  if (lines.length === 0) return html`<p>${words.auditNone}</p>`
  const rows = lines.map(
    ({ at, actor, action, site, article, votes, note }) => html`<tr>
      <td class="time">${timeText(at)}</td><td>${actor}</td><td>${action}${votes > 0 ? ` (${votes})` : ''}</td>
      <td>${[site, article].filter(Boolean).join(' · ')}</td><td>${note}</td></tr>`,
  )
  const last = lines.at(-1)?.id
  return html`<p>${words.auditText}</p>
    <div class="table" role="region" aria-label="${words.auditTitle}" tabindex="0"><table>
      <thead><tr><th scope="col">${words.when} (${words.utc})</th><th scope="col">${words.who}</th>
        <th scope="col">${words.what}</th><th scope="col">${words.about}</th>
        <th scope="col">${words.note}</th></tr></thead>
      <tbody>${rows}</tbody>
    </table></div>
    ${lines.length === MOST ? html`<p><a href="${path}?before=${last}">${words.older}</a></p>` : NOTHING}`
}
