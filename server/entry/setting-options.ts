import { isChoice } from '../../shared/choice.ts'
import { isLanguage, LANGUAGES } from '../../shared/language.ts'

/** What becomes of one place in a site's settings; undefined takes back what stands there. */
export interface SettingChange {
  /** Such as `wording`, `id`, `question`. */
  readonly path: readonly string[]
  readonly value: unknown
}

/** An option of the command that sets one setting. */
export interface SettingOption {
  /** What is typed after it, for people. */
  readonly form: string
  /** Undefined where the text has not this form; whether the value will do is judged later. */
  set(text: string): SettingChange | undefined
  /** @param where the rest of the setting's name, such as `id:puas` of `label:id:puas` */
  unset(where: string): SettingChange | undefined
}

/** An option for each setting; `question` and `label` have one for each language. */
export const SETTING_OPTIONS: Readonly<Record<string, SettingOption>> = {
  question: words('LANGUAGE=TEXT', (where) => {
    return isLanguage(where) ? ['wording', where, 'question'] : undefined
  }),
  label: words('LANGUAGE:CHOICE=TEXT', (where) => {
    const [language, choice] = cutAt(':', where) ?? []
    return isLanguage(language) && isChoice(choice)
      ? ['wording', language, 'labels', choice]
      : undefined
  }),
  results: field('results', 'always|after-vote|never', (text) => text),
  'results-from': field('resultsFrom', 'NUMBER', (text) =>
    /^\d{1,9}$/.test(text) ? Number(text) : undefined,
  ),
  language: field('language', LANGUAGES.join('|'), (text) => text),
  'follow-up': field('followUp', 'TEXT=ADDRESS', (text) => {
    const [words, url] = cutAt('=', text) ?? []
    return url === undefined ? undefined : { text: words, url }
  }),
  'response-rate': field('responseRate', 'on|off', onOrOff),
  'public-page': field('publicPage', 'on|off', onOrOff),
  controller: field('controller', 'NAME=CONTACT', (text) => {
    const [name, contact] = cutAt('=', text) ?? []
    return contact === undefined ? undefined : { name, contact }
  }),
  identity: field('identity', 'canonical|address', (text) => text),
}

function onOrOff(text: string): boolean | undefined {
  return /^(on|off)$/.test(text) ? text === 'on' : undefined
}

function field(name: string, form: string, read: (text: string) => unknown): SettingOption {
  const path = [name]
  return {
    form,
    set(text) {
      const value = read(text)
      return value === undefined ? undefined : { path, value }
    },
    unset: (where) => (where === '' ? { path, value: undefined } : undefined),
  }
}

function words(
  form: string,
  pathTo: (where: string) => readonly string[] | undefined,
): SettingOption {
  const change = (where: string, value: string | undefined) => {
    const path = pathTo(where)
    return path && { path, value }
  }
  return {
    form,
    set(text) {
      const [where, value] = cutAt('=', text) ?? []
      return where === undefined ? undefined : change(where, value)
    },
    unset: (where) => change(where, undefined),
  }
}

/** The texts before and after the first mark; undefined where there is none. */
function cutAt(mark: string, text: string): [string, string] | undefined {
  const place = text.indexOf(mark)
  return place < 0 ? undefined : [text.slice(0, place), text.slice(place + mark.length)]
}
