import { previousPeriod } from '../domain/report/period.ts'
import { addressWith } from './address-with.ts'
import { CHOSEN_KINDS, type ChosenPeriod, NO_PERIOD, nextPeriod } from './chosen-period.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { button } from './form.ts'
import { type Html, html, NOTHING } from './html.ts'
import { nameOfPeriod } from './period-words.ts'

/**
 * The period that a page is about, the ones beside it, and a form for any other. What else stands in
 * the address stays, but for where a list was.
 */
export function periodPicker(act: DashboardAct, chosen: ChosenPeriod): Html {
  const { words, query, at } = act
  const { period, today, malformed } = chosen
  const [before, after] = [previousPeriod(period), nextPeriod(period)]
  const link = (to: typeof period, rel: 'prev' | 'next') => html`<a rel="${rel}"
    href="${addressWith(at, query, { ...NO_PERIOD, after: undefined, period: to.code })}">${
      rel === 'prev' ? `← ${nameOfPeriod(words, to)}` : `${nameOfPeriod(words, to)} →`
    }</a>`
  return html`<div class="period">
    <p class="steps">${link(before, 'prev')} <strong>${nameOfPeriod(words, period)}</strong>
      ${after.from <= today ? link(after, 'next') : NOTHING}</p>
    ${malformed ? html`<p class="notice" role="status">${words.periodMalformed}</p>` : NOTHING}
    <details ${malformed ? html`open` : NOTHING}><summary>${words.periodOther}</summary>
      ${form(act, chosen)}</details>
  </div>`
}

function form({ words, query, at }: DashboardAct, { period }: ChosenPeriod) {
  const kept = Object.entries(query).filter(([name]) => !(name in NO_PERIOD) && name !== 'after')
  return html`<form class="picker" method="get" action="${at}">
    ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    <div class="field"><label for="kind">${words.periodKind}</label>
      <select id="kind" name="kind">${CHOSEN_KINDS.map(
        (kind) =>
          html`<option value="${kind}" ${kind === period.kind ? html`selected` : NOTHING}>${
            words.periodKinds[kind]
          }</option>`,
      )}</select></div>
    <div class="field"><label for="from">${words.periodFrom}</label>
      <input id="from" name="from" type="date" value="${period.from}"></div>
    <div class="field"><label for="to">${words.periodTo}</label>
      <input id="to" name="to" type="date" value="${period.to}" aria-describedby="to-hint">
      <p class="hint" id="to-hint">${words.periodToHint}</p></div>
    ${button(words.periodShow, 'quiet')}
  </form>`
}
