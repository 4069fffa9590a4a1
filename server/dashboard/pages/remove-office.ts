import type { Office, OfficeTies } from '../../store/store.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { buttonForm } from '../form.ts'
import { type Html, html } from '../html.ts'
import { officeBookOf } from '../office-book-of.ts'
import { officeOfPath } from '../office-of-path.ts'

/** Says what an office still has and what to do with it; where it has nothing, that it goes. */
export const removeOfficePage: DashboardRoute = {
  method: 'GET',
  path: '/offices/:office/end',
  access: { action: 'appoint', on: 'above' },
  async answer(act) {
    const { words } = act
    const office = officeOfPath(act)
    if (!office) return { missing: true }
    const at = `/admin/offices/${office.key}`
    const rest = await belongings(act, office)
    const body = html`${
      rest.length > 0
        ? html`<p class="lead">${words.officeInUse(office.name)}</p><ul>${rest}</ul>`
        : html`<p class="lead">${words.officeRemoveText(office.name)}</p>
          ${buttonForm(`${at}/end`, words.officeRemoveDo(office.name), { kind: 'grave' })}`
    }
      <p><a href="${at}/arrangement">${words.cancel}</a></p>`
    return { title: words.officeRemoveTitle(office.name), body }
  },
}

export const removeOffice: DashboardRoute = {
  method: 'POST',
  path: '/offices/:office/end',
  access: { action: 'appoint', on: 'above' },
  async answer(act) {
    const office = officeOfPath(act)
    if (!office) return { missing: true }
    const change = await officeBookOf(act).remove(office.key)
    if (change === 'in-use') return { to: `/admin/offices/${office.key}/end` }
    if (change !== 'done') return { missing: true }
    const { key, name, parent } = office
    const was = new URLSearchParams({ done: 'office-removed', key, name, under: parent ?? '' })
    return { to: `/admin/offices?${was}` }
  },
}

/** Each thing that belongs to it, with where that is changed. */
async function belongings(act: DashboardAct, { key }: Office): Promise<readonly Html[]> {
  const { words, places, sites, rules } = act
  const sections = (await rules.store.readSections()).filter(({ office }) => office === key)
  return [
    ...places.offices
      .filter(({ parent }) => parent === key)
      .map((below) => {
        const link = html`<a href="/admin/offices/${below.key}/arrangement">${below.name}</a>`
        return html`<li>${words.office}: ${link}. ${words.officeInUseOffice}</li>`
      }),
    ...sites
      .filter((site) => places.officeOf.get(site.key) === key)
      .map((site) => {
        const link = html`<a href="/admin/sites/${site.key}/office">${site.name}</a>`
        return html`<li>${words.site}: ${link}. ${words.officeInUseSite}</li>`
      }),
    ...sections.map(({ site, name }) => {
      const link = html`<a href="/admin/sites/${site}/sections">${name}</a>`
      return html`<li>${words.section}: ${link}. ${words.officeInUseSite}</li>`
    }),
    ...ties(act, key, await rules.store.readOfficeTies(key)),
  ]
}

function ties(
  { words }: DashboardAct,
  key: string,
  { articles, followUps, roles, alerts }: OfficeTies,
): readonly Html[] {
  const line = (n: number, text: (n: number) => string, href?: string) =>
    n === 0 ? [] : [html`<li>${href ? html`<a href="${href}">${text(n)}</a>` : text(n)}</li>`]
  const followed = `/admin/follow-ups?about=office+${key}&status=all`
  return [
    ...line(articles, words.officeTiedArticles),
    ...line(followUps, words.officeTiedFollowUps, followed),
    ...line(roles, words.officeTiedRoles, '/admin/people'),
    ...line(alerts, words.officeTiedAlerts),
  ]
}
