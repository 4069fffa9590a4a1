import { ENDED_STATUSES } from '../../../shared/follow-up-status.ts'
import { localDay } from '../../domain/local-day.ts'
import { createFollowUpBook } from '../../domain/report/follow-up-book.ts'
import { followUpFrom } from '../../domain/report/typed-follow-up.ts'
import type { FollowUp, FollowUpText } from '../../store/store.ts'
import { aboutTarget } from '../about-form.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { aboutName, faultsOfFollowUp, followUpFields } from '../follow-up-form.ts'
import { button, buttonForm, type Fault, faultSummary } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { idFrom } from '../id-from.ts'
import { timeText } from '../time-text.ts'
import { zoneOf } from '../zone-of.ts'
import { dueText } from './follow-ups.ts'

/** One follow-up; who may change it finds it in a form. */
export const followUpPage: DashboardRoute = {
  method: 'GET',
  path: '/follow-ups/:followUp',
  access: { action: 'see', on: 'followUp' },
  async answer(act) {
    const followUp = await followUpOf(act)
    return followUp ? one(act, followUp, []) : { missing: true }
  },
}

export const changeFollowUp: DashboardRoute = {
  method: 'POST',
  path: '/follow-ups/:followUp',
  access: { action: 'edit', on: 'followUp' },
  async answer(act) {
    const { words, form } = act
    const followUp = await followUpOf(act)
    if (!followUp) return { missing: true }
    const text = followUpFrom(form)
    if (!('faults' in text)) return keep(act, followUp, text)
    return one(act, followUp, faultsOfFollowUp(words, text.faults), 400)
  },
}

export const endFollowUp: DashboardRoute = {
  method: 'POST',
  path: '/follow-ups/:followUp/done',
  access: { action: 'edit', on: 'followUp' },
  async answer(act) {
    const followUp = await followUpOf(act)
    return followUp ? keep(act, followUp, { ...followUp, status: 'done' }) : { missing: true }
  },
}

function followUpOf({ rules, path }: DashboardAct) {
  return rules.store.readFollowUp(idFrom(path['followUp']))
}

async function keep(
  act: DashboardAct,
  { id, about }: FollowUp,
  text: FollowUpText,
): Promise<DashboardAnswer> {
  const by = { at: act.now, actor: act.person?.email ?? '' }
  const book = createFollowUpBook(act.rules.store, by, zoneOf(act, about))
  const kept = await book.change(id, about, text)
  return kept ? { to: '/admin/follow-ups?done=follow-up' } : { missing: true }
}

function one(
  act: DashboardAct,
  followUp: FollowUp,
  faults: readonly Fault[],
  status = 200,
): DashboardAnswer {
  const { words } = act
  const target = aboutTarget(act, followUp.about)
  const theirs = target !== undefined && act.may('edit', target)
  const body = html`${faultSummary(words.faults, faults)}
    ${facts(act, followUp, theirs)}
    ${theirs ? changing(act, followUp, faults) : NOTHING}
    <p><a href="/admin/follow-ups">${words.back}</a></p>`
  return { title: theirs ? words.followUpsTitle : followUp.issue, body, status }
}

function facts(act: DashboardAct, followUp: FollowUp, theirs: boolean) {
  const { words, places } = act
  const { about, action, owner, status, opened, ended, createdBy, changedBy } = followUp
  const today = localDay(zoneOf(act, about), act.now * 1000)
  const answering = places.offices.find(({ key }) => key === followUp.answering)
  const article = 'article' in about ? about.article : null
  return html`<dl class="facts">
    <dt>${words.followUpAbout}</dt><dd>${aboutName(act, about)}${
      article === null ? NOTHING : html`<br>${followUp.title ?? NOTHING} <code>${article}</code>`
    }</dd>
    ${answering ? html`<dt>${words.followUpAnswering}</dt><dd>${answering.name}</dd>` : NOTHING}
    ${
      theirs
        ? NOTHING
        : html`<dt>${words.followUpAction}</dt><dd>${action}</dd>
          <dt>${words.followUpOwner}</dt><dd>${owner}</dd>
          <dt>${words.followUpStatus}</dt><dd>${words.followUpStatuses[status]}</dd>`
    }
    <dt>${words.followUpDue}</dt><dd>${dueText(words, followUp, today)}</dd>
    <dt>${words.followUpOpened}</dt><dd>${words.followUpBy(opened, createdBy)}</dd>
    ${ended === null ? NOTHING : html`<dt>${words.followUpEnded}</dt><dd>${ended}</dd>`}
    <dt>${words.followUpChanged}</dt>
    <dd>${words.followUpBy(`${timeText(followUp.changedAt)} ${words.utc}`, changedBy)}</dd>
  </dl>`
}

function changing(
  { words, form }: DashboardAct,
  { id, issue, action, owner, due, status }: FollowUp,
  faults: readonly Fault[],
) {
  const at = `/admin/follow-ups/${id}`
  // What was typed stays where something in it is wrong.
  const values = { issue, action, owner, due, status, ...form }
  return html`${ENDED_STATUSES.includes(status) ? NOTHING : buttonForm(`${at}/done`, words.followUpDone, { kind: 'main' })}
    <form class="card" method="post" action="${at}">
      ${followUpFields(words, values, faults)} ${button(words.followUpSave, 'quiet')}
    </form>`
}
