import { CHOICES } from '../../../shared/choice.ts'
import { LANGUAGES, type Language } from '../../../shared/language.ts'
import { hexadecimal } from '../../domain/hexadecimal.ts'
import { isTimeZone, localDay } from '../../domain/local-day.ts'
import { createOriginRule } from '../../domain/site/origin-rule.ts'
import { plainText } from '../../domain/site/plain-text.ts'
import { settingsFrom } from '../../domain/site/typed-settings.ts'
import type { Site } from '../../store/store.ts'
import { auditLine } from '../audit-line.ts'
import { choiceField } from '../choice-field.ts'
import type { DashboardAct, DashboardAnswer, DashboardRoute } from '../dashboard-route.ts'
import { button, type Fault, faultOf, faultSummary, field } from '../form.ts'
import { html, NOTHING } from '../html.ts'
import { doneNotice } from '../page.ts'
import { faultsOfSettings, formOfSettings, SWITCHES, settingsOfForm } from '../settings-form.ts'
import { siteTasks } from '../site-tasks.ts'

const LONGEST_NAME = 120

/** Everything that a site sets, with the survey as it would be. */
export const settingsPage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/settings',
  access: { action: 'edit', on: 'site' },
  answer(act) {
    const site = siteOf(act)
    if (!site) return { missing: true }
    const { name, timeZone } = site
    return settings(act, site, { ...formOfSettings(site.settings), name, timeZone }, [])
  },
}

export const changeSettings: DashboardRoute = {
  method: 'POST',
  path: '/sites/:site/settings',
  access: { action: 'edit', on: 'site' },
  async answer(act) {
    const { words, form, rules, person } = act
    const site = siteOf(act)
    if (!site) return { missing: true }
    const name = plainText(LONGEST_NAME)(form['name'], 'name', [])
    const timeZone = form['timeZone'] ?? ''
    const read = settingsFrom(settingsOfForm(form, site.settings), createOriginRule(site))
    const faults = [
      ...(name === undefined ? [{ field: 'name', text: words.faultSiteName }] : []),
      ...(isTimeZone(timeZone) ? [] : [{ field: 'timeZone', text: words.faultZone }]),
      ...('faults' in read ? faultsOfSettings(words, read.faults) : []),
    ]
    if (name === undefined || 'faults' in read || faults.length > 0) {
      return settings(act, site, form, faults, 400)
    }
    const note = JSON.stringify({ name, timeZone, ...read }).slice(0, 1000)
    const line = auditLine(act, person?.email ?? '', 'settings', note, site.key)
    const day = localDay(site.timeZone, line.at * 1000)
    await rules.store.changeSite(site.key, { name, timeZone, settings: read, day }, line)
    await rules.sites.renew()
    return { to: `/admin/sites/${site.key}/settings?done=settings` }
  },
}

function siteOf({ sites, path }: DashboardAct): Site | undefined {
  return sites.find(({ key }) => key === path['site'])
}

type Values = Readonly<Record<string, string>>

function settings(
  act: DashboardAct,
  site: Site,
  values: Values,
  faults: readonly Fault[],
  status = 200,
): DashboardAnswer {
  const { words, query, rules } = act
  const zone = values['timeZone'] ?? ''
  const zones = Object.entries({ ...(zone in words.zones ? {} : { [zone]: zone }), ...words.zones })
  const body = html`${siteTasks(act, site.key)} ${doneNotice(words, query['done'])}
    ${faultSummary(words.faults, faults)}
    <div class="beside">
    <form class="card" method="post" action="/admin/sites/${site.key}/settings" data-previewed>
      ${text(values, faults, 'name', words.newSiteName, undefined, true)}
      ${choiceField({ name: 'timeZone', label: words.newSiteZone, options: zones, value: zone, hint: words.settingZoneHint })}
      ${resultFields(act, values, faults)}
      ${SWITCHES.map(
        (
          name,
        ) => html`<p class="tick"><input type="checkbox" id="${name}" name="${name}" value="yes" ${values[name] ? html`checked` : NOTHING}>
          <label for="${name}">${words.settingSwitches[name]}</label></p>`,
      )}
      <h2>${words.settingController}</h2><p class="hint">${words.settingControllerHint}</p>
      ${text(values, faults, 'controller.name', words.settingControllerName)}
      ${text(values, faults, 'controller.contact', words.settingControllerContact)}
      <h2>${words.settingFollowUp}</h2><p class="hint">${words.settingFollowUpHint}</p>
      ${text(values, faults, 'followUp.text', words.settingFollowUpText)}
      ${text(values, faults, 'followUp.url', words.settingFollowUpUrl)}
      <h2>${words.settingWording}</h2><p class="hint">${words.settingWordingHint}</p>
      ${LANGUAGES.map((language) => wording(act, values, faults, language))}
      ${button(words.settingSave)}
    </form>
    <section id="preview" data-site="${site.key}" data-page="${hexadecimal(rules.random(8))}" aria-label="${words.preview}" hidden>
      <h2>${words.preview}</h2><p class="hint">${words.previewHint}</p><div></div></section>
    </div>
    <script src="/admin/preview.js" defer></script><script src="/v1/widget.js" defer></script>`
  return { title: `${words.settingsTitle}: ${site.name}`, body, status }
}

function resultFields({ words }: DashboardAct, values: Values, faults: readonly Fault[]) {
  return html`
    ${field({
      ...{ name: 'resultsFrom', label: words.settingResultsFrom, type: 'number', required: false },
      ...{ hint: words.settingResultsFromHint, value: values['resultsFrom'], autocomplete: 'off' },
      ...{ fault: faultOf(faults, 'resultsFrom'), inputmode: 'numeric' },
    })}
    ${choiceField({
      ...{ name: 'results', label: words.settingResults, value: values['results'] },
      options: Object.entries(words.settingResultsShown),
    })}
    ${choiceField({
      ...{ name: 'language', label: words.settingLanguage, value: values['language'] },
      ...{ hint: words.settingLanguageHint, options: Object.entries(words.settingLanguages) },
    })}
    ${choiceField({
      ...{ name: 'identity', label: words.settingIdentity, value: values['identity'] },
      ...{ hint: words.settingIdentityHint, options: Object.entries(words.settingIdentities) },
    })}`
}

function wording(act: DashboardAct, values: Values, faults: readonly Fault[], language: Language) {
  const { words } = act
  const root = `wording.${language}`
  const used = Object.keys(values).some((name) => name.startsWith(root) && values[name])
  return html`<details ${used ? html`open` : NOTHING}><summary>${words.settingLanguages[language]}</summary>
    ${text(values, faults, `${root}.question`, words.settingQuestion)}
    ${CHOICES.map((choice) => text(values, faults, `${root}.labels.${choice}`, words.settingLabels[choice]))}
  </details>`
}

function text(
  values: Values,
  faults: readonly Fault[],
  name: string,
  label: string,
  hint?: string,
  required = false,
) {
  const given = { name, label, value: values[name], fault: faultOf(faults, name), required }
  return field({ ...given, ...(hint ? { hint } : {}), autocomplete: 'off' })
}
