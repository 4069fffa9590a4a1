import type { Office } from '../store/store.ts'
import type { DashboardAct } from './dashboard-route.ts'
import { buttonForm } from './form.ts'
import { type Html, html, NOTHING } from './html.ts'
import { officeName } from './office-of-path.ts'
import { aboveTarget } from './targets.ts'

/** What was done with an office, with the way back where there is one. */
export function officeNotice(act: DashboardAct, office: Office): Html | typeof NOTHING {
  const { words, query } = act
  if (query['done'] === 'office') return said(words.doneOffice)
  if (query['done'] === 'office-name') return said(words.doneOfficeName)
  if (query['done'] !== 'office-moved') return NOTHING
  const was = query['was'] ?? ''
  const mayUndo = act.may('appoint', aboveTarget({ parent: was || null })) && was !== office.parent
  const back = words.undoTo(officeName(act, was, words.officeTop))
  return html`<div class="notice" role="status"><p>${words.doneOfficeMoved}</p>
    ${
      mayUndo
        ? buttonForm(`/admin/offices/${office.key}/place`, back, { hidden: { under: was } })
        : NOTHING
    }</div>`
}

/** That an office was removed; it can be made again, since nothing belonged to it. */
export function removedNotice({ words, query, places, may }: DashboardAct): Html | typeof NOTHING {
  if (query['done'] !== 'office-removed') return NOTHING
  const [key = '', name = '', under = ''] = [query['key'], query['name'], query['under']]
  const isBack = places.offices.some((office) => office.key === key)
  const mayUndo = !isBack && may('appoint', aboveTarget({ parent: under || null }))
  return html`<div class="notice" role="status"><p>${words.doneOfficeRemoved}</p>
    ${
      mayUndo
        ? buttonForm('/admin/offices', words.undoRemoval(name), { hidden: { key, name, under } })
        : NOTHING
    }</div>`
}

function said(text: string): Html {
  return html`<p class="notice" role="status">${text}</p>`
}
