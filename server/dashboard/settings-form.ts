import { CHOICES } from '../../shared/choice.ts'
import { LANGUAGES } from '../../shared/language.ts'
import type { SiteSettings } from '../../shared/site-settings.ts'
import type { Fault } from './form.ts'
import type { Words } from './words/words.ts'

type Form = Readonly<Record<string, string>>

/** What a form may set as a text, by the names that faults have. */
const TEXTS = [
  ...['results', 'language', 'identity'],
  ...['followUp.text', 'followUp.url', 'controller.name', 'controller.contact'],
  ...LANGUAGES.flatMap((language) => [
    `wording.${language}.question`,
    ...CHOICES.map((choice) => `wording.${language}.labels.${choice}`),
  ]),
]
/** What is on or off. */
export const SWITCHES = ['responseRate', 'publicPage'] as const

/** Settings as they stand in a form: what is empty is not overridden; a switch only where it is on. */
export function settingsOfForm(form: Form, before: SiteSettings): unknown {
  // What no field is for stays as it is.
  const settings: Record<string, unknown> = {
    ...before,
    wording: undefined,
    resultsFrom: undefined,
  }
  for (const name of ['followUp', 'controller', ...TEXTS.slice(0, 3)]) settings[name] = undefined
  for (const name of SWITCHES) settings[name] = form[name] === 'yes' ? true : undefined
  const threshold = (form['resultsFrom'] ?? '').trim()
  if (threshold !== '') settings['resultsFrom'] = Number(threshold)
  for (const name of TEXTS) {
    const text = (form[name] ?? '').trim()
    if (text !== '') put(settings, name.split('.'), text)
  }
  return settings
}

/** Settings as the fields of that form. */
export function formOfSettings(settings: SiteSettings): Form {
  const texts = TEXTS.flatMap((name) => {
    const value = name
      .split('.')
      .reduce<unknown>(
        (part, key) => (part as Record<string, unknown> | undefined)?.[key],
        settings,
      )
    return typeof value === 'string' ? [[name, value]] : []
  })
  const switches = SWITCHES.filter((name) => settings[name]).map((name) => [name, 'yes'])
  const { resultsFrom } = settings
  const threshold = resultsFrom === undefined ? [] : [['resultsFrom', String(resultsFrom)]]
  return Object.fromEntries([...texts, ...switches, ...threshold])
}

/** What the rules say of settings, at the fields of the form: each sentence begins with a name. */
export function faultsOfSettings(words: Words, said: readonly string[]): readonly Fault[] {
  return said.map((sentence) => {
    const name = sentence.slice(0, sentence.indexOf(' '))
    const known = words.settingFaults[name as keyof typeof words.settingFaults]
    return { field: name, text: known ?? words.settingFaults.wording }
  })
}

function put(settings: Record<string, unknown>, path: readonly string[], value: string): void {
  const [first = '', ...rest] = path
  if (rest.length === 0) settings[first] = value
  else {
    const inner = (settings[first] ?? {}) as Record<string, unknown>
    settings[first] = inner
    put(inner, rest, value)
  }
}
