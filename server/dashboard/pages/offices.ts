import { inTreeOrder } from '../../domain/report/tree-order.ts'
import { answerSentence } from '../answer-sentence.ts'
import { answerNote, answerTable } from '../answer-table.ts'
import { chosenPeriod } from '../chosen-period.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { seenAnswers } from '../office-answers.ts'
import { officeChoices } from '../office-choices.ts'
import { officeLink } from '../office-link.ts'
import { removedNotice } from '../office-notice.ts'
import { periodPicker } from '../period-picker.ts'
import { visibleOffices } from '../visible-offices.ts'
import { zoneOf } from '../zone-of.ts'

/** The tree of offices, each with what it and all below it gathered. */
export const officesPage: DashboardRoute = {
  method: 'GET',
  path: '/offices',
  access: { action: 'see', on: 'somewhere' },
  async answer(act) {
    const { words } = act
    const offices = visibleOffices(act)
    const title = words.officesTitle
    if (offices.length === 0) return { title, body: empty(act) }
    const chosen = chosenPeriod(act, zoneOf(act, undefined))
    const { answers } = await seenAnswers(act, chosen.period)
    const keys = new Set(offices.map(({ key }) => key))
    const total = answers.total(({ office }) => office !== null && keys.has(office))
    const results = answers.offices(offices)
    const rows = inTreeOrder(offices).flatMap(({ depth, ...office }) => {
      const answer = results.get(office.key)
      return answer ? [{ name: officeLink(office, chosen.period), depth, answer }] : []
    })
    const body = html`${removedNotice(act)} ${periodPicker(act, chosen)}
      ${answerSentence(words, total, chosen)}
      ${answerTable(words, { label: title, head: words.office, rows })}
      ${answerNote(words)}
      ${adding(act)}`
    return { title, body }
  },
}

function empty(act: DashboardAct): Html {
  const { words } = act
  return html`${removedNotice(act)} <p>${words.officesNone}</p>
    ${act.may('govern', { kind: 'server' }) ? html`<p>${words.officesNoneNext}</p>` : NOTHING}
    ${adding(act)}`
}

function adding(act: DashboardAct) {
  const { words } = act
  if (officeChoices(act, words.officeTop).length === 0) return NOTHING
  return html`<p><a class="action" href="/admin/new-office">${words.officeAdd}</a></p>`
}
