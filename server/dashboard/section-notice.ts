import type { Site } from '../store/store.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { buttonForm } from './form.ts'
import { type Html, html, NOTHING } from './html.ts'
import { siteTarget } from './targets.ts'

/** What was done with a section, with the way back. */
export function sectionNotice(act: DashboardAct, { key }: Site): Html | typeof NOTHING {
  const { words, query } = act
  const { done, address = '', name = '', office = '' } = query
  if (done !== 'section' && done !== 'section-removed') return NOTHING
  const at = `/admin/sites/${key}/sections`
  const undo =
    name === ''
      ? buttonForm(`${at}/end`, words.sectionRemoveName(address), { hidden: { address } })
      : buttonForm(at, words.sectionBack(name, address), { hidden: { address, name, office } })
  const said = done === 'section' ? words.doneSection : words.doneSectionRemoved
  return html`<div class="notice" role="status"><p>${said} ${words.sectionSorting}</p>
    ${act.may('appoint', siteTarget(act, key)) && address !== '' ? undo : NOTHING}</div>`
}
