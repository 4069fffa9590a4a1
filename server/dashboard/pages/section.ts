import { sectionPrefix } from '../../domain/report/section-prefix.ts'
import { createOriginRule } from '../../domain/site/origin-rule.ts'
import type { Section, Site } from '../../store/store.ts'
import { choiceField } from '../choice-field.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, type Fault, faultOf, faultSummary, field } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { officeBookOf } from '../office-book-of.ts'
import { officeChoices } from '../office-choices.ts'
import { officeName } from '../office-of-path.ts'
import { sectionPreview } from '../section-preview.ts'

/** A section as it is or would be: what an address finds, its name, and who answers for it. */
export const sectionPage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/sections/one',
  access: { action: 'appoint', on: ['site', 'section'] },
  answer: (act) => sectionForm(act, act.query, []),
}

export const setSection: DashboardRoute = {
  method: 'POST',
  path: '/sites/:site/sections',
  access: { action: 'appoint', on: ['site', 'section', 'answering'] },
  async answer(act) {
    const { words, form } = act
    const site = siteOf(act)
    if (!site) return { missing: true }
    const address = form['address'] ?? ''
    const before = (await readSection(act, site, address)).section
    const given = { name: form['name'] ?? '', office: form['office'] || null }
    const change = await officeBookOf(act).setSection(site, address, given)
    if (change === 'malformed') {
      return sectionForm(act, form, [{ field: 'name', text: words.faultSectionName }], 400)
    }
    if (change !== 'done') return { missing: true }
    // One that was found goes back by being removed: it is found again.
    const was = before && !before.found ? { name: before.name, office: before.office ?? '' } : {}
    const query = new URLSearchParams({ done: 'section', address, ...was })
    return { to: `/admin/sites/${site.key}/sections?${query}` }
  },
}

/** The prefix that is meant, and the section that there is of it. */
export async function readSection(
  { rules }: DashboardAct,
  site: Site,
  address: string,
): Promise<{ readonly prefix: string | null; readonly section: Section | undefined }> {
  const prefix = sectionPrefix(address, createOriginRule(site))
  const sections = await rules.store.readSections(site.key)
  return { prefix, section: sections.find((section) => section.prefix === prefix) }
}

async function sectionForm(
  act: DashboardAct,
  typed: Readonly<Record<string, string>>,
  faults: readonly Fault[],
  status = 200,
): Promise<DashboardAnswer> {
  const { words } = act
  const site = siteOf(act)
  if (!site) return { missing: true }
  const at = `/admin/sites/${site.key}/sections`
  const address = typed['address'] ?? ''
  const { prefix, section } = await readSection(act, site, address)
  if (prefix === null) return unclear(act, at, address)
  const values = {
    name: typed['name'] ?? section?.name,
    office: typed['office'] ?? section?.office,
  }
  const present = act.places.officeOf.get(site.key) ?? null
  const offices = officeChoices(act, '').filter(([key]) => key !== '')
  const own = words.sectionOfSite(officeName(act, present, words.officeNone))
  const body = html`${faultSummary(words.faults, faults)}
    ${await sectionPreview(act, site, prefix, section)}
    <form class="card" method="post" action="${at}">
      <input type="hidden" name="address" value="${prefix}">
      ${field({
        ...{ name: 'name', label: words.sectionName, value: values.name ?? '' },
        ...{ fault: faultOf(faults, 'name'), autocomplete: 'off' },
      })}
      ${choiceField({
        ...{ name: 'office', label: words.sectionOffice, value: values.office ?? '' },
        options: [['', own], ...offices],
      })}
      <p>${words.sectionConsequence}</p>
      ${button(words.sectionSave)}</form>
    ${
      section && !section.found
        ? html`<p><a class="action" href="${at}/end?${new URLSearchParams({ address: prefix })}">${words.sectionRemove}</a></p>`
        : NOTHING
    }
    <p><a href="${at}">${words.cancel}</a></p>`
  return { title: section && !section.found ? words.sectionChange : words.sectionAdd, body, status }
}

function unclear({ words }: DashboardAct, at: string, address: string): DashboardAnswer {
  const faults = address === '' ? [] : [{ field: 'address', text: words.faultSectionAddress }]
  const body = html`${faultSummary(words.faults, faults)}
    <form class="card" method="get" action="${at}/one">
      ${field({
        ...{ name: 'address', label: words.sectionAddress, hint: words.sectionAddressHint },
        ...{ value: address, fault: faultOf(faults, 'address'), autocomplete: 'off' },
      })}
      ${button(words.sectionCheck, 'quiet')}</form>
    <p><a href="${at}">${words.cancel}</a></p>`
  return { title: words.sectionAdd, body, status: faults.length > 0 ? 400 : 200 }
}

function siteOf({ sites, path }: DashboardAct): Site | undefined {
  return sites.find(({ key }) => key === path['site'])
}
