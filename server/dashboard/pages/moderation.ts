import { SEALED_AFTER_DAYS } from '../../../shared/sealing.ts'
import { dayBefore } from '../../domain/day-before.ts'
import { localDay } from '../../domain/local-day.ts'
import { summarise } from '../../domain/moderation/admin-summary.ts'
import { type MergedGroup, mergedGroups } from '../../domain/moderation/merged-groups.ts'
import { noticesOf } from '../../domain/moderation/notices.ts'
import type { ListedSite } from '../../domain/site/site-directory.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, type Fault, faultOf, faultSummary } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { filterFields, filterFrom, groupField, positionFrom, queryOf } from '../moderation-form.ts'
import { noticeList } from '../notice-list.ts'
import { setAside } from '../site-lately.ts'
import { siteTasks } from '../site-tasks.ts'
import { siteTarget } from '../targets.ts'
import { textArea } from '../text-area.ts'

/** Entries looked at for a page: an article's day and reason each. */
const MOST = 60

/** Votes that are set aside, as groups; who may decide about them does it here. */
export const moderationPage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/moderation',
  access: { action: 'see', on: 'site' },
  async answer(act) {
    const listed = await act.rules.sites.find(act.path['site'] ?? '')
    return listed ? moderation(act, listed, act.query, []) : { missing: true }
  },
}

/** @param asked the filter, from an address or a form */
export async function moderation(
  act: DashboardAct,
  listed: ListedSite,
  asked: Readonly<Record<string, string>>,
  faults: readonly Fault[],
  status = 200,
): Promise<DashboardAnswer> {
  const { words, rules } = act
  const { site } = listed
  const page = { after: positionFrom(asked['after']), most: MOST }
  const filter = filterFrom(act, listed, asked)
  const { entries, next } = await rules.store.readStandings(filter, page)
  const { week } = await summarise(rules, listed)
  const waiting = setAside(week, 'pending')
  const everySite = act.may('govern', { kind: 'server' })
  const notices = await noticesOf(rules, { listed, everySite })
  const at = `/admin/sites/${site.key}/moderation`
  const lead =
    waiting === 0 ? words.moderationNothing : words.moderationWaiting(number(act, waiting))
  const body = html`${siteTasks(act, site.key)} ${faultSummary(words.faults, faults)}
    <p class="lead">${lead}</p>
    <p>${words.moderationText}</p>
    ${noticeList(words, notices, at)}
    <form class="filter" method="get" action="${at}">
      ${filterFields(words, asked)} ${button(words.filter, 'quiet')}
    </form>
    ${entries.length === 0 ? html`<p>${words.moderationEmpty}</p>` : deciding(act, listed, mergedGroups(entries), asked, faults)}
    ${next ? html`<p><a href="${at}?${queryOf(asked, next)}">${words.older}</a></p>` : NOTHING}`
  return { title: `${words.moderationTitle}: ${site.name}`, body, status }
}

function number({ words }: DashboardAct, n: number): string {
  return n.toLocaleString(words.language)
}

function deciding(
  act: DashboardAct,
  { site }: ListedSite,
  groups: readonly MergedGroup[],
  asked: Readonly<Record<string, string>>,
  faults: readonly Fault[],
) {
  const { words } = act
  const today = localDay(site.timeZone, act.now * 1000)
  const final = dayBefore(today, SEALED_AFTER_DAYS)
  const theirs = act.may('edit', siteTarget(act, site.key))
  const rows = groups.map((group, i) => groupRow(act, group, i, theirs && group.to >= final, asked))
  const bursts = groups.filter(({ reason }) => reason === 'burst').length
  const tables = html`
    ${bursts > 0 ? html`<h2>${words.moderationBursts}</h2>${table(act, rows.slice(0, bursts))}` : NOTHING}
    ${bursts > 0 && bursts < rows.length ? html`<h2>${words.moderationOthers}</h2>` : NOTHING}
    ${bursts < rows.length ? table(act, rows.slice(bursts)) : NOTHING}`
  if (!theirs) return tables
  const kept = ['standing', 'reason', 'article', 'from', 'to'].map(
    (name) => html`<input type="hidden" name="${name}" value="${asked[name] ?? ''}">`,
  )
  return html`<form method="post" action="/admin/sites/${site.key}/moderation/decisions">${kept}
    ${tables}
    <h2>${words.moderationDecide}</h2>
    <p class="tick"><input type="checkbox" id="all" name="all" value="yes" ${asked['all'] ? html`checked` : NOTHING}>
      <label for="all">${words.moderationAll}</label></p>
    ${textArea({
      ...{ name: 'note', label: words.moderationNote, hint: words.moderationNoteHint, most: 500 },
      ...{ value: asked['note'], fault: faultOf(faults, 'note') },
    })}
    <p class="buttons"><button class="main" name="action" value="release">${words.moderationRelease}</button>
      ${
        asked['standing'] === 'excluded'
          ? NOTHING
          : html`<button class="grave" name="action" value="exclude">${words.moderationExclude}</button>`
      }</p>
  </form>`
}

function table({ words }: DashboardAct, rows: readonly unknown[]) {
  return html`<div class="table" role="region" aria-label="${words.moderationVotes}" tabindex="0"><table>
    <thead><tr><th scope="col">${words.moderationChoose}</th>
      <th scope="col">${words.moderationArticleColumn}</th>
      <th scope="col">${words.moderationReason}</th><th scope="col">${words.moderationDays}</th>
      <th scope="col" class="number">${words.moderationVotes}</th></tr></thead>
    <tbody>${rows}</tbody></table></div>`
}

function groupRow(
  act: DashboardAct,
  group: MergedGroup,
  i: number,
  choosable: boolean,
  asked: Readonly<Record<string, string>>,
) {
  const { words } = act
  const { article, title, verified, from, to, reason } = group
  const votes = number(act, group.votes)
  const value = groupField(group)
  const name = words.moderationChooseName(votes, words.reasons[reason], title ?? article)
  const chosen = asked[`group-${i}`] === value
  return html`<tr><td class="tick">${
    choosable
      ? html`<input type="checkbox" name="group-${i}" value="${value}" aria-label="${name}" ${chosen ? html`checked` : NOTHING}>`
      : words.moderationFinal
  }</td>
    <th scope="row">${title ?? NOTHING} <code>${article}</code>
      ${verified ? NOTHING : html`<span class="hint">${words.moderationUnverified}</span>`}</th>
    <td>${words.reasons[reason]}</td>
    <td class="time">${from === to ? from : `${from} – ${to}`}</td>
    <td class="number">${votes}</td></tr>`
}
