import { readPlaceAnswers } from '../../domain/report/place-answers.ts'
import { narrowPlaces, readUnitPlaces } from '../../domain/report/unit-places.ts'
import type { Section, Site } from '../../store/store.ts'
import { type AnswerRow, answerNote, answerTable } from '../answer-table.ts'
import { chosenPeriod } from '../chosen-period.ts'
import type { DashboardAct, DashboardRoute } from '../dashboard-route.ts'
import { button, field } from '../form.ts'
import { type Html, html, NOTHING } from '../html.ts'
import { officeName } from '../office-of-path.ts'
import { periodPicker } from '../period-picker.ts'
import { sectionNotice } from '../section-notice.ts'
import { siteTasks } from '../site-tasks.ts'
import { siteTarget } from '../targets.ts'

/** The parts of a site, who answers for each, and what each gathered. */
export const sectionsPage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/sections',
  access: { action: 'see', on: 'site' },
  async answer(act) {
    const { words, sites, path, rules, places } = act
    const site = sites.find(({ key }) => key === path['site'])
    if (!site) return { missing: true }
    const chosen = chosenPeriod(act, site.timeZone)
    const own = narrowPlaces(await readUnitPlaces(rules.store), (_, key) => key === site.key)
    const answers = await readPlaceAnswers(act.readUnitResults, own.sites, chosen.period)
    const byPrefix = answers.by(({ prefix }) => prefix)
    const sections = own.sections.filter((section) => section.site === site.key)
    const none = answers.total(() => false)
    const row = (section: Section) => ({
      ...{ name: nameCell(act, section), more: [officeCell(act, site, section)] },
      answer: byPrefix.get(section.prefix) ?? none,
    })
    const rest = {
      ...{ name: words.sectionRest, more: [siteOffice(act, site)] },
      answer: byPrefix.get('') ?? none,
    }
    const named = sections.filter(({ found }) => !found).map(row)
    const found = sections.filter((section) => section.found).map(row)
    const body = html`${siteTasks(act, site.key, chosen)} ${sectionNotice(act, site)}
      ${periodPicker(act, chosen)}
      <p class="lead">${words.sectionsLead(named.length, found.length)}</p>
      <p>${words.siteOfficeNow(officeName(act, places.officeOf.get(site.key) ?? null, words.officeNone))}
        ${
          act.may('appoint', siteTarget(act, site.key))
            ? html`<a class="action" href="/admin/sites/${site.key}/office">${words.siteOfficeNew}…</a>`
            : NOTHING
        }</p>
      ${checking(act, site)}
      ${table(act, words.sectionsNamed, words.sectionsNamedHint, named)}
      ${table(act, words.sectionsFound, words.sectionsFoundHint, [...found, rest])}
      ${answerNote(words)}`
    return { title: words.sectionsTitle, body }
  },
}

function table({ words }: DashboardAct, label: string, hint: string, rows: readonly AnswerRow[]) {
  return html`<h2>${label}</h2><p class="hint">${hint}</p>
    ${
      rows.length === 0
        ? html`<p>${words.sectionsNone}</p>`
        : answerTable(words, { label, head: words.section, more: [words.sectionOffice], rows })
    }`
}

/** Asks first: the page behind it says what an address finds. */
function checking(act: DashboardAct, { key }: Site) {
  const { words } = act
  if (!act.may('appoint', siteTarget(act, key))) return NOTHING
  return html`<details><summary>${words.sectionAdd}</summary>
    <form class="card" method="get" action="/admin/sites/${key}/sections/one">
      ${field({
        ...{ name: 'address', label: words.sectionAddress, hint: words.sectionAddressHint },
        autocomplete: 'off',
      })}
      ${button(words.sectionCheck, 'quiet')}</form></details>`
}

/** Leads to where it is changed, for those who may. */
function nameCell(act: DashboardAct, { site, prefix, name, office }: Section): Html {
  const theirs =
    act.may('appoint', siteTarget(act, site)) &&
    (office === null || act.may('appoint', { kind: 'office', office }))
  const address = `/admin/sites/${site}/sections/one?${new URLSearchParams({ address: prefix })}`
  return html`${theirs ? html`<a href="${address}">${name}</a>` : name}<br><code>${prefix}</code>`
}

function officeCell(act: DashboardAct, site: Site, { office }: Section): Html {
  return office === null ? siteOffice(act, site) : html`${officeName(act, office, '')}`
}

function siteOffice(act: DashboardAct, { key }: Site): Html {
  const { words, places } = act
  const name = officeName(act, places.officeOf.get(key) ?? null, words.officeNone)
  return html`<span class="hint">${words.sectionOfSite(name)}</span>`
}
