import type { Language } from '../shared/language.ts'
import { explanationPath } from '../shared/paths.ts'
import { loadJson } from './load-json.ts'

/** How the figures come about, in one language: what a reader opens who asks for it. */
export interface Explanation {
  /** Who answers for the data: `{name}` and `{contact}` are filled in where the site says so. */
  readonly controller: string
  readonly sections: readonly ExplanationSection[]
}

export interface ExplanationSection {
  readonly heading: string
  /** Plain text of one paragraph. */
  readonly text: string
}

/** Loads the explanation, in Indonesian or English; false where it can't be had now. */
export async function loadExplanation(
  server: string,
  language: Language | undefined,
): Promise<Explanation | false> {
  const loaded = await loadJson(server + explanationPath(language === 'en' ? language : 'id'))
  const { sections, controller } = Object(loaded?.json)
  return Array.isArray(sections) && { sections, controller }
}
