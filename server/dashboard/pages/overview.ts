import { inTreeOrder } from '../../domain/report/tree-order.ts'
import { answerSentence } from '../answer-sentence.ts'
import { answerNote, answerTable } from '../answer-table.ts'
import { readAttention } from '../attention.ts'
import { attentionList } from '../attention-list.ts'
import { type ChosenPeriod, chosenPeriod } from '../chosen-period.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { readLately } from '../lately.ts'
import { latelyTable } from '../lately-table.ts'
import { liveLine, livePart } from '../live/live-part.ts'
import { type SeenAnswers, seenAnswers } from '../office-answers.ts'
import { overviewCharts } from '../office-charts.ts'
import { officeLink } from '../office-link.ts'
import { doneNotice } from '../page.ts'
import { periodPicker } from '../period-picker.ts'
import { resultFacts } from '../result-facts.ts'
import { visibleOffices } from '../visible-offices.ts'
import { visibleSites } from '../visible-sites.ts'
import { zoneOf } from '../zone-of.ts'

/** Offices that are told here: those at the top, and what is just below them. */
const DEEPEST = 1

/** All that one may see: what it says, what waits, and by office and site. */
export const overview: DashboardRoute = {
  method: 'GET',
  path: '',
  access: 'member',
  async answer(act) {
    const { words, query } = act
    const sites = visibleSites(act)
    const body =
      sites.length + visibleOffices(act).length === 0
        ? html`<p>${words.overviewEmpty}</p><p class="hint">${words.overviewEmptyNext}</p>`
        : await answers(act)
    const appoints = act.person?.roles.some(({ role }) => role === 'owner' || role === 'admin')
    const whole = html`${doneNotice(words, query['done'])} ${body} ${
      appoints
        ? html`<p><a class="action" href="/admin/new-site">${words.newSiteTitle}</a></p>`
        : NOTHING
    }`
    return { title: words.overviewTitle, body: whole }
  },
}

/** The same figures as they move, in a period that goes on. */
export const overviewLive: DashboardRoute = {
  method: 'GET',
  path: '/live',
  access: 'member',
  watching: true,
  answer: async (act) => ((await movingParts(act)) ? { live: movingParts } : { missing: true }),
}

async function movingParts(act: DashboardAct) {
  const chosen = chosenPeriod(act, zoneOf(act, undefined))
  return chosen.current ? (await overviewParts(act, chosen)).parts : null
}

/** What moves on the page, with the answers that it is drawn from. */
async function overviewParts(act: DashboardAct, chosen: ChosenPeriod) {
  const { words } = act
  const sites = visibleSites(act)
  const seen = await seenAnswers(act, chosen.period)
  const lately = await readLately(act, sites)
  const total = seen.answers.total()
  const parts = {
    answer: html`${answerSentence(words, total, chosen)}
      ${attentionList(words, await readAttention(act, lately), sites[0]?.key ?? '')}
      ${resultFacts(words, total.now)}`,
    lately: html`${latelyTable(words, lately)}`,
  }
  return { parts, seen }
}

async function answers(act: DashboardAct): Promise<Html> {
  const { words } = act
  const chosen = chosenPeriod(act, zoneOf(act, undefined))
  const { parts, seen } = await overviewParts(act, chosen)
  return html`${periodPicker(act, chosen)} ${livePart('answer', parts.answer)}
    ${chosen.current ? liveLine(words, `/admin/live?period=${chosen.period.code}`) : NOTHING}
    ${await overviewCharts(act, seen, chosen.period)}
    ${byOffice(act, seen, chosen)} ${bySite(act, seen, chosen)}
    ${answerNote(words)}
    ${livePart('lately', parts.lately)}`
}

function byOffice(act: DashboardAct, { answers: all }: SeenAnswers, { period }: ChosenPeriod) {
  const { words } = act
  const offices = visibleOffices(act)
  const results = all.offices(offices)
  const rows = inTreeOrder(offices)
    .filter(({ depth }) => depth <= DEEPEST)
    .flatMap(({ depth, ...office }) => {
      const answer = results.get(office.key)
      return answer ? [{ name: officeLink(office, period), depth, answer }] : []
    })
  if (rows.length === 0) return NOTHING
  return html`<h2>${words.officesTitle}</h2>
    ${answerTable(words, { label: words.officesTitle, head: words.office, rows })}
    ${
      rows.length < offices.length
        ? html`<p><a class="action" href="/admin/offices?period=${period.code}">${words.overviewAllOffices(offices.length)}</a></p>`
        : NOTHING
    }`
}

function bySite(act: DashboardAct, { answers: all }: SeenAnswers, { period }: ChosenPeriod) {
  const { words } = act
  const rows = visibleSites(act).map(({ key, name }) => ({
    name: html`<a href="/admin/sites/${key}?period=${period.code}">${name}</a>`,
    answer: all.total(({ site }) => site === key),
  }))
  if (rows.length === 0) return NOTHING
  return html`<h2>${words.officeSites}</h2>
    ${answerTable(words, { label: words.officeSites, head: words.site, rows })}`
}
