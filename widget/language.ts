import { isLanguage, type Language } from '../shared/language.ts'
import { wordsPath } from '../shared/paths.ts'
import type { SiteSettings } from '../shared/site-settings.ts'
import { loadJson } from './load-json.ts'
import { en } from './words/en.ts'
import { id } from './words/id.ts'
import type { Words } from './words.ts'

/** Languages that are here; the others come from the server when they are asked for. */
const SPOKEN: Partial<Record<Language, Words>> = { id, en }

/**
 * The language of a survey: what its element says, else the closest of the page where the
 * script carries it, else the site's, else `id`.
 */
export function languageOf(own: string, page: string | undefined, site?: Language): Language {
  const closest = known(page)
  return known(own) ?? (closest && SPOKEN[closest] ? closest : (site ?? 'id'))
}

/** The words of a language, with the site's own; Indonesian ones until they are here. */
export function wordsIn(language: Language, wording: SiteSettings['wording']): Words {
  const words = SPOKEN[language] ?? id
  const own = wording?.[language]
  return { ...words, ...own, labels: { ...words.labels, ...own?.labels } }
}

/** Loads the words of a language that is not here yet. Missing ones are said in Indonesian. */
export async function learn(server: string, language: Language): Promise<void> {
  if (SPOKEN[language]) return
  const loaded = await loadJson(server + wordsPath(language))
  if (loaded?.status === 200) SPOKEN[language] = { ...id, ...(loaded.json as Partial<Words>) }
}

/** A language of the survey from a tag such as `en-GB`. */
function known(tag: string | undefined): Language | undefined {
  const language = tag?.toLowerCase().split('-')[0]
  return isLanguage(language) ? language : undefined
}
