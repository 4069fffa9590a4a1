import { subtreeOf } from '../../domain/report/office-tree.ts'
import type { Office } from '../../store/store.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { buttonForm } from '../form.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { officeBookOf } from '../office-book-of.ts'
import { officeName, officeOfPath } from '../office-of-path.ts'

/** Says what would move with an office, before it does. */
export const moveOfficePage: DashboardRoute = {
  method: 'GET',
  path: '/offices/:office/place',
  access: { action: 'appoint', on: ['above', 'under'] },
  answer(act) {
    const { words, query } = act
    const office = officeOfPath(act)
    if (!office) return { missing: true }
    const under = query['under'] ?? ''
    const at = `/admin/offices/${office.key}`
    const isBelow = subtreeOf(act.places.offices, office.key).has(under)
    const [from, to] = [office.parent, under].map((key) => officeName(act, key, words.officeTop))
    const body = html`${
      isBelow
        ? html`<p class="notice" role="status">${words.faultOfficeCircle}</p>`
        : html`<p class="lead">${words.officeMoveText(office.name, from ?? '', to ?? '')}</p>
          ${moved(act, office)}
          <p>${words.officeMoveConsequence}</p>
          ${buttonForm(`${at}/place`, words.officeMoveDo(to ?? ''), { hidden: { under }, kind: 'main' })}`
    }
      <p><a href="${at}/arrangement">${words.cancel}</a></p>`
    return { title: words.officeMoveTitle(office.name), body }
  },
}

export const moveOffice: DashboardRoute = {
  method: 'POST',
  path: '/offices/:office/place',
  access: { action: 'appoint', on: ['above', 'under'] },
  async answer(act) {
    const office = officeOfPath(act)
    if (!office) return { missing: true }
    const under = act.form['under'] ?? ''
    const at = `/admin/offices/${office.key}`
    const change = await officeBookOf(act).move(office.key, under || null)
    if (change === 'circle') return { to: `${at}/place?under=${under}` }
    if (change !== 'done') return { missing: true }
    return {
      to: `${at}?${new URLSearchParams({ done: 'office-moved', was: office.parent ?? '' })}`,
    }
  },
}

/** By name: the offices below, the sites and the sections that go along. */
function moved({ words, places, sites }: DashboardAct, office: Office): Html {
  const within = subtreeOf(places.offices, office.key)
  const offices = places.offices.filter(({ key }) => key !== office.key && within.has(key))
  const own = sites.filter(({ key }) => within.has(places.officeOf.get(key) ?? ''))
  const list = (label: string, names: readonly string[]) =>
    names.length === 0 ? NOTHING : html`<dt>${label}</dt><dd>${names.join(', ')}</dd>`
  return html`<dl class="facts">
    ${list(
      words.officeMovedOffices(offices.length),
      offices.map(({ name }) => name),
    )}
    ${list(
      words.officeMovedSites(own.length),
      own.map(({ name }) => name),
    )}</dl>`
}
