import { EN } from './en.ts'
import { ID } from './id.ts'

/** What each language has to say. */
export type Words = typeof ID

const LANGUAGES: Readonly<Record<string, Words>> = { id: ID, en: EN }

/**
 * The words for a reader: the language that they chose, else the first that their browser asks
 * for and there is, else Indonesian.
 */
export function wordsFor(chosen: string | undefined, accepted: string | undefined): Words {
  const asked = (accepted ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  for (const language of [chosen ?? '', ...asked]) {
    if (Object.hasOwn(LANGUAGES, language)) return LANGUAGES[language] ?? ID
  }
  return ID
}
