import type { Site } from '../../store/store.ts'
import { choiceField } from '../choice-field.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { button, buttonForm } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { officeBookOf } from '../office-book-of.ts'
import { officeChoices } from '../office-choices.ts'
import { officeName } from '../office-of-path.ts'
import { siteTasks } from '../site-tasks.ts'

/** Which office answers for a site. */
export const siteOfficePage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/office',
  access: { action: 'appoint', on: 'site' },
  answer(act) {
    const { words, query, places } = act
    const site = siteOf(act)
    if (!site) return { missing: true }
    const present = places.officeOf.get(site.key) ?? ''
    const none = words.officeNone
    const options = officeChoices(act, none).filter(([key]) => key !== present)
    const body = html`${siteTasks(act, site.key)} ${undone(act, site, present)}
      <p class="lead">${words.siteOfficeNow(officeName(act, present, none))}</p>
      <p>${words.siteOfficeConsequence}</p>
      ${
        options.length === 0
          ? html`<p class="hint">${words.officeMoveNowhere}</p>`
          : html`<form class="card" method="post" action="/admin/sites/${site.key}/office">
            ${choiceField({
              ...{ name: 'under', label: words.siteOfficeNew, options, value: query['under'] },
            })}
            ${button(words.siteOfficeDo)}</form>`
      }`
    return { title: words.siteOfficeTitle(site.name), body }
  },
}

export const assignSite: DashboardRoute = {
  method: 'POST',
  path: '/sites/:site/office',
  access: { action: 'appoint', on: ['site', 'under'] },
  async answer(act) {
    const site = siteOf(act)
    if (!site) return { missing: true }
    const was = act.places.officeOf.get(site.key) ?? ''
    const change = await officeBookOf(act).assignSite(site.key, act.form['under'] || null)
    if (change !== 'done') return { missing: true }
    return {
      to: `/admin/sites/${site.key}/office?${new URLSearchParams({ done: 'site-office', was })}`,
    }
  },
}

function siteOf({ sites, path }: DashboardAct): Site | undefined {
  return sites.find(({ key }) => key === path['site'])
}

/** That it was given away, with the way back. */
function undone(act: DashboardAct, site: Site, present: string) {
  const { words, query } = act
  if (query['done'] !== 'site-office') return NOTHING
  const was = query['was'] ?? ''
  const back = words.undoTo(officeName(act, was, words.officeNone))
  return html`<div class="notice" role="status"><p>${words.doneSiteOffice}</p>
    ${
      was === present || !officeChoices(act, '').some(([key]) => key === was)
        ? NOTHING
        : buttonForm(`/admin/sites/${site.key}/office`, back, { hidden: { under: was } })
    }</div>`
}
