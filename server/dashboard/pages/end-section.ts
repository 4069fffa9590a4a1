import type { DashboardRoute } from '../dashboard-route.ts'
import { buttonForm } from '../form.ts'
import { html } from '../html.ts'
import { officeBookOf } from '../office-book-of.ts'
import { readSection } from './section.ts'

/** Says what removing a section does, before it is done. */
export const endSectionPage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/sections/end',
  access: { action: 'appoint', on: ['site', 'section'] },
  async answer(act) {
    const { words, sites, path, query } = act
    const site = sites.find(({ key }) => key === path['site'])
    const section = site && (await readSection(act, site, query['address'] ?? '')).section
    // One that was found would be found again.
    if (!section || section.found) return { missing: true }
    const { prefix, name } = section
    const at = `/admin/sites/${section.site}/sections`
    const body = html`<p class="lead">${name} <code>${prefix}</code></p>
      <p>${words.sectionRemoveText}</p>
      ${buttonForm(`${at}/end`, words.sectionRemoveName(prefix), {
        ...{ hidden: { address: prefix }, kind: 'grave' },
      })}
      <p><a href="${at}">${words.cancel}</a></p>`
    return { title: words.sectionRemoveTitle, body }
  },
}

export const endSection: DashboardRoute = {
  method: 'POST',
  path: '/sites/:site/sections/end',
  access: { action: 'appoint', on: ['site', 'section'] },
  async answer(act) {
    const { sites, path, form } = act
    const site = sites.find(({ key }) => key === path['site'])
    const section = site && (await readSection(act, site, form['address'] ?? '')).section
    if (!site || !section) return { missing: true }
    const { prefix, name, office } = section
    const change = await officeBookOf(act).removeSection(site, prefix)
    if (change !== 'done') return { missing: true }
    const was = { done: 'section-removed', address: prefix, name, office: office ?? '' }
    return { to: `/admin/sites/${site.key}/sections?${new URLSearchParams(was)}` }
  },
}
