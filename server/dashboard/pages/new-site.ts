import { siteFrom, typedOrigin } from '../../domain/site/new-site.ts'
import { auditLine } from '../audit-line.ts'
import { choiceField } from '../choice-field.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, type Fault, faultOf, faultSummary, field } from '../form.ts'
import { html } from '../html.ts'
import { officeBookOf } from '../office-book-of.ts'
import { officeChoices } from '../office-choices.ts'
import type { Words } from '../words/words.ts'

/** For owners, and for admins under one of their offices. */
export const newSitePage: DashboardRoute = {
  method: 'GET',
  path: '/new-site',
  access: { action: 'appoint', on: 'somewhere' },
  answer: (act) => newSiteForm(act, []),
}

export const addSite: DashboardRoute = {
  method: 'POST',
  path: '/sites',
  access: { action: 'appoint', on: 'somewhere' },
  async answer(act) {
    const { words, form, rules, now, person, sites } = act
    const address = (form['address'] ?? '').trim()
    const typed = { key: form['key'], name: form['name'], zone: form['zone'] }
    const site = siteFrom({ ...typed, origins: [typedOrigin(address) ?? address] }, now)
    const faults = 'faults' in site ? faultsOf(words, site.faults) : []
    const office = form['office'] ?? ''
    if (!officeChoices(act, words.newSiteNoOffice).some(([key]) => key === office)) {
      faults.push({ field: 'office', text: words.faultOffice })
    }
    if (sites.some(({ key }) => key === form['key'])) {
      faults.push({ field: 'key', text: words.faultKeyTaken })
    }
    if ('faults' in site || faults.length > 0) return newSiteForm(act, faults, 400)
    const actor = person?.email ?? ''
    await rules.store.addSite(site)
    await rules.store.addAudit(auditLine(act, actor, 'add-site', site.name, site.key))
    if (office !== '') await officeBookOf(act).assignSite(site.key, office)
    await rules.sites.renew()
    const query = new URLSearchParams({ address: site.origins[0]?.origin ?? '', done: 'site' })
    return { to: `/admin/sites/${site.key}/origins?${query}` }
  },
}

/** What the command says, at the fields of the form. */
function faultsOf(words: Words, said: readonly string[]): Fault[] {
  const fields = [
    ['KEY', 'key', words.faultKey],
    ['--name', 'name', words.faultSiteName],
    ['--origin', 'address', words.faultAddress],
    ['--zone', 'zone', words.faultZone],
  ] as const
  return fields.flatMap(([begins, name, text]) =>
    said.some((fault) => fault.startsWith(begins)) ? [{ field: name, text }] : [],
  )
}

function newSiteForm(act: DashboardAct, faults: readonly Fault[], status = 200): DashboardAnswer {
  const { words, form } = act
  const given = (name: string) => ({ name, value: form[name], fault: faultOf(faults, name) })
  const off = { autocomplete: 'off' } as const
  const body = html`${faultSummary(words.faults, faults)}
    <form class="card" method="post" action="/admin/sites">
      ${field({ ...given('name'), ...off, label: words.newSiteName })}
      ${field({ ...given('key'), ...off, label: words.newSiteKey, hint: words.newSiteKeyHint })}
      ${field({
        ...{ ...given('address'), ...off, label: words.newSiteAddress },
        hint: words.newSiteAddressHint,
      })}
      ${choiceField({
        ...{ ...given('zone'), label: words.newSiteZone, options: Object.entries(words.zones) },
      })}
      ${choiceField({
        ...{
          ...given('office'),
          label: words.newSiteOffice,
          options: officeChoices(act, words.newSiteNoOffice),
        },
      })}
      ${button(words.newSiteAdd)}
    </form>`
  return { title: words.newSiteTitle, body, status }
}
