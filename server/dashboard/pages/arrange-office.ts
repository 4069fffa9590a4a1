import { subtreeOf } from '../../domain/report/office-tree.ts'
import type { Office } from '../../store/store.ts'
import { choiceField } from '../choice-field.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, type Fault, faultOf, faultSummary, field } from '../form.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { officeBookOf } from '../office-book-of.ts'
import { officeChoices } from '../office-choices.ts'
import { officeName, officeOfPath } from '../office-of-path.ts'
import { aboveTarget, siteTarget } from '../targets.ts'

/** What can be done with an office, each with what comes of it. */
export const arrangeOfficePage: DashboardRoute = {
  method: 'GET',
  path: '/offices/:office/arrangement',
  access: { action: 'appoint', on: 'office' },
  answer: (act) => arrangement(act, []),
}

export const renameOffice: DashboardRoute = {
  method: 'POST',
  path: '/offices/:office/name',
  access: { action: 'appoint', on: 'office' },
  async answer(act) {
    const office = officeOfPath(act)
    if (!office) return { missing: true }
    const change = await officeBookOf(act).rename(office.key, act.form['name'] ?? '')
    if (change === 'done') return { to: `/admin/offices/${office.key}?done=office-name` }
    return arrangement(act, [{ field: 'name', text: act.words.faultOfficeName }], 400)
  },
}

function arrangement(act: DashboardAct, faults: readonly Fault[], status = 200): DashboardAnswer {
  const { words, form } = act
  const office = officeOfPath(act)
  if (!office) return { missing: true }
  const at = `/admin/offices/${office.key}`
  const body = html`${faultSummary(words.faults, faults)}
    <h2>${words.officeRename}</h2>
    <form class="card" method="post" action="${at}/name">
      ${field({
        ...{ name: 'name', label: words.officeName, value: form['name'] ?? office.name },
        ...{ fault: faultOf(faults, 'name'), autocomplete: 'off' },
      })}
      ${button(words.officeRename, 'quiet')}</form>
    ${
      act.may('appoint', aboveTarget(office))
        ? html`${moving(act, office, at)}${removing(act, at)}`
        : html`<p class="hint">${words.officeAboveOnly}</p>`
    }
    ${giving(act, office)}
    <p><a href="${at}">${words.back}</a></p>`
  return { title: words.officeArrangeTitle(office.name), body, status }
}

/** Asks first: the page behind it says what would move. */
function moving(act: DashboardAct, office: Office, at: string): Html {
  const { words, places } = act
  const within = subtreeOf(places.offices, office.key)
  const options = officeChoices(
    act,
    words.officeTop,
    (key) => !within.has(key) && key !== office.parent,
  ).filter(([key]) => key !== (office.parent ?? ''))
  return html`<h2>${words.officeMove}</h2>
    <p>${words.officeNow(officeName(act, office.parent, words.officeTop))}</p>
    ${
      options.length === 0
        ? html`<p class="hint">${words.officeMoveNowhere}</p>`
        : html`<form class="card" method="get" action="${at}/place">
          ${choiceField({ name: 'under', label: words.officeUnder, options })}
          ${button(words.officeMoveAsk, 'quiet')}</form>`
    }`
}

function removing({ words }: DashboardAct, at: string): Html {
  return html`<h2>${words.officeRemove}</h2>
    <p>${words.officeRemoveHint}</p>
    <p><a class="action" href="${at}/end">${words.officeRemoveAsk}</a></p>`
}

/** Sites of others that may be given to it. */
function giving(act: DashboardAct, office: Office) {
  const { words, sites, places } = act
  const others = sites.filter(
    ({ key }) =>
      places.officeOf.get(key) !== office.key && act.may('appoint', siteTarget(act, key)),
  )
  if (others.length === 0) return NOTHING
  const none = words.officeNone
  return html`<h2>${words.officeGiveSite}</h2>
    <p>${words.officeGiveHint}</p>
    <ul class="plain rows">${others.map(
      ({
        key,
        name,
      }) => html`<li><a class="action" href="/admin/sites/${key}/office?under=${office.key}">${name}</a>
        <span class="hint">${words.officeNow(officeName(act, places.officeOf.get(key) ?? null, none))}</span></li>`,
    )}</ul>`
}
