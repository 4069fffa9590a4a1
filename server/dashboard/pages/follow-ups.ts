import { FOLLOW_UP_STATUSES, UNFINISHED_STATUSES } from '../../../shared/follow-up-status.ts'
import { dayBefore } from '../../domain/day-before.ts'
import { localDay } from '../../domain/local-day.ts'
import { isOverdue } from '../../domain/report/is-overdue.ts'
import type { FollowUp, FollowUpFilter, Position } from '../../store/store.ts'
import { aboutFromForm } from '../about-form.ts'
import { choiceField } from '../choice-field.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { aboutChoices, aboutName } from '../follow-up-form.ts'
import { followUpReach } from '../follow-up-reach.ts'
import { button } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { doneNotice } from '../page.ts'
import type { Words } from '../words/words.ts'
import { zoneOf } from '../zone-of.ts'

/** Entries on a page. */
const MOST = 50
/** Of more than that nobody needs the exact number. */
const MOST_COUNTED = 1000
const DAY = 24 * 60 * 60 * 1000

/** Every follow-up that one may see, what is due first before what is due later. */
export const followUpsPage: DashboardRoute = {
  method: 'GET',
  path: '/follow-ups',
  access: { action: 'see', on: 'somewhere' },
  async answer(act) {
    const { words, rules, query } = act
    const today = localDay(zoneOf(act, aboutFromForm(query)), act.now * 1000)
    const reach = followUpReach(act)
    const page = { after: positionFrom(query['after']), most: MOST }
    const { entries, next } = await rules.store.readFollowUps(filterFrom(act, today), page)
    const counted = { after: null, most: MOST_COUNTED }
    const open = (
      await rules.store.readFollowUps({ ...reach, statuses: UNFINISHED_STATUSES }, counted)
    ).entries
    const late = open.filter((followUp) => isOverdue(followUp, today)).length
    const body = html`${doneNotice(words, query['done'])}
      <p class="lead">${words.followUpsOpen(open.length, late)}</p>
      ${
        aboutChoices(act, 'edit').length > 0
          ? html`<p><a class="action" href="/admin/follow-ups/new">${words.followUpAdd}</a></p>`
          : NOTHING
      }
      ${filterForm(act)}
      ${entries.length === 0 ? nothing(words, query) : table(act, entries, today)}
      ${next ? html`<p><a href="${nextAddress(query, next)}">${words.next}</a></p>` : NOTHING}`
    return { title: words.followUpsTitle, body }
  },
}

function filterFrom(act: DashboardAct, today: string): FollowUpFilter {
  const { query } = act
  const reach = followUpReach(act)
  const about = aboutFromForm(query)
  const asked = about && 'site' in about ? about.site : about?.office
  const narrowed = (keys: readonly string[] | undefined, fits: boolean) =>
    about === undefined ? keys : fits ? keys?.filter((key) => key === asked) : []
  const status = FOLLOW_UP_STATUSES.find((known) => known === query['status'])
  const due = {
    overdue: dayBefore(today, 1),
    week: dayBefore(today, -7),
    month: dayBefore(today, -30),
  }
  const within = query['due'] ?? ''
  const bounded = Object.hasOwn(due, within) ? due[within as keyof typeof due] : undefined
  const unfinished = within === 'overdue' || query['status'] === undefined || query['status'] === ''
  return {
    sites: narrowed(reach.sites, about !== undefined && 'site' in about),
    offices: narrowed(reach.offices, about !== undefined && 'office' in about),
    statuses: status ? [status] : unfinished ? UNFINISHED_STATUSES : undefined,
    dueBy: bounded,
  }
}

function filterForm(act: DashboardAct) {
  const { words, query } = act
  return html`<form class="filter" method="get" action="/admin/follow-ups">
    ${choiceField({
      ...{ name: 'status', label: words.followUpStatus, value: query['status'] },
      options: [
        ['', words.followUpsUnfinished],
        ...FOLLOW_UP_STATUSES.map((status) => [status, words.followUpStatuses[status]] as const),
        ['all', words.followUpsAll],
      ],
    })}
    ${choiceField({
      ...{ name: 'due', label: words.followUpDue, value: query['due'] },
      options: [
        ['', words.followUpsWhenever],
        ['overdue', words.followUpsOverdue],
        ['week', words.followUpsWeek],
        ['month', words.followUpsMonth],
      ],
    })}
    ${choiceField({
      ...{ name: 'about', label: words.followUpAbout, value: query['about'] },
      options: [['', words.followUpsEverything], ...aboutChoices(act, 'see')],
    })}
    ${button(words.filter, 'quiet')}
  </form>`
}

function nothing(words: Words, query: Readonly<Record<string, string>>) {
  const filtered = ['status', 'due', 'about', 'after'].some((name) => query[name])
  return filtered
    ? html`<p>${words.followUpsNoneHere}</p>`
    : html`<p class="hint">${words.followUpsNext}</p>`
}

function table(act: DashboardAct, followUps: readonly FollowUp[], today: string) {
  const { words } = act
  const rows = followUps.map(
    (each) => html`<tr><td class="time">${dueText(words, each, today)}</td>
      <th scope="row"><a href="/admin/follow-ups/${each.id}">${each.issue}</a></th>
      <td>${each.action}</td><td>${each.owner}</td>
      <td>${aboutName(act, each.about)}${
        'article' in each.about && each.about.article !== null
          ? html`<br><span class="hint">${each.title ?? each.about.article}</span>`
          : NOTHING
      }</td>
      <td>${words.followUpStatuses[each.status]}</td></tr>`,
  )
  return html`<div class="table" role="region" aria-label="${words.followUpsTitle}" tabindex="0"><table>
    <thead><tr><th scope="col">${words.followUpDue}</th><th scope="col">${words.followUpIssue}</th>
      <th scope="col">${words.followUpAction}</th><th scope="col">${words.followUpOwner}</th>
      <th scope="col">${words.followUpAbout}</th><th scope="col">${words.followUpStatus}</th></tr></thead>
    <tbody>${rows}</tbody>
  </table></div>`
}

/** The due day; with how many days ago it was, where that matters. */
export function dueText(words: Words, followUp: FollowUp, today: string) {
  const days = Math.round((Date.parse(today) - Date.parse(followUp.due)) / DAY)
  return isOverdue(followUp, today)
    ? html`${followUp.due} <strong class="late">${words.followUpLate(days)}</strong>`
    : html`${followUp.due}`
}

function positionFrom(text = ''): Position | null {
  const [, due, id] = /^(\d{4}-\d\d-\d\d)~(\d{1,15})$/.exec(text) ?? []
  return due === undefined ? null : [due, Number(id)]
}

function nextAddress(query: Readonly<Record<string, string>>, next: Position): string {
  const kept = ['status', 'due', 'about'].flatMap((name) =>
    query[name] ? [[name, query[name]] as [string, string]] : [],
  )
  return `/admin/follow-ups?${new URLSearchParams([...kept, ['after', next.join('~')]])}`
}
