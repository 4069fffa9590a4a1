import { readReportPeriod } from '../../domain/report/report-period.ts'
import type { Office } from '../../store/store.ts'
import { answerSentence } from '../answer-sentence.ts'
import { answerNote } from '../answer-table.ts'
import { type ChosenPeriod, chosenPeriod } from '../chosen-period.ts'
import { comparisonTable } from '../comparison-table.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { distribution } from '../distribution.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { seenAnswers } from '../office-answers.ts'
import { officeCharts } from '../office-charts.ts'
import { officeLink } from '../office-link.ts'
import { officeNotice } from '../office-notice.ts'
import { officeParts } from '../office-parts.ts'
import { periodPicker } from '../period-picker.ts'
import { addressOf } from '../report/report-ask.ts'
import { resultFacts } from '../result-facts.ts'
import { zoneOf } from '../zone-of.ts'

/** What an office's readers say, with all below it, and what it is made of. */
export const officePage: DashboardRoute = {
  method: 'GET',
  path: '/offices/:office',
  access: { action: 'see', on: 'office' },
  async answer(act) {
    const { words, path } = act
    const office = act.places.offices.find(({ key }) => key === path['office'])
    if (!office) return { missing: true }
    const chosen = chosenPeriod(act, zoneOf(act, { office: office.key }))
    const seen = await seenAnswers(act, chosen.period)
    const answer = seen.answers.offices(act.places.offices).get(office.key)
    if (!answer) return { missing: true }
    const body = html`${trail(act, office, chosen)} ${officeNotice(act, office)}
      ${periodPicker(act, chosen)}
      ${answerSentence(words, answer, chosen)}
      ${tasks(act, office, chosen)}
      <h2>${words.distribution}</h2>
      ${distribution(words, answer.now)} ${resultFacts(words, answer.now)}
      ${await officeCharts(act, office, seen, chosen.period)}
      <h2>${words.comparison}</h2>
      ${comparisonTable(words, answer)}
      ${officeParts(act, office, seen, chosen)}
      ${answerNote(words)}`
    return { title: office.name, body }
  },
}

/** The offices above it, as far as one may see them. */
function trail(act: DashboardAct, office: Office, { period }: ChosenPeriod): Html {
  const { words, places } = act
  const above: Office[] = []
  let at: Office | undefined = office
  while (at && above.length < places.offices.length) {
    const parent: Office | undefined = places.offices.find(({ key }) => key === at?.parent)
    if (!parent || !act.may('see', { kind: 'office', office: parent.key })) break
    above.unshift(parent)
    at = parent
  }
  return html`<nav class="trail" aria-label="${words.officeWithin}"><ol>
    <li><a href="/admin/offices?period=${period.code}">${words.officesTitle}</a></li>
    ${above.map((each) => html`<li>${officeLink(each, period)}</li>`)}</ol></nav>`
}

function tasks(act: DashboardAct, { key }: Office, { period }: ChosenPeriod): Html {
  const { words } = act
  const report = addressOf('offices', key, period)
  return html`<ul class="links">
    ${
      readReportPeriod(period.code)
        ? html`<li><a href="${report.path}${report.query}">${words.officeReport}</a></li>`
        : NOTHING
    }
    <li><a href="/admin/follow-ups?about=office+${key}">${words.officeFollowUps}</a></li>
    ${
      act.may('appoint', { kind: 'office', office: key })
        ? html`<li><a href="/admin/offices/${key}/arrangement">${words.officeArrange}</a></li>`
        : NOTHING
    }</ul>`
}
