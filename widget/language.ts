import { en } from './words/en.ts'
import { id } from './words/id.ts'
import type { Words } from './words.ts'

const LANGUAGES = { id, en } as const

export type Language = keyof typeof LANGUAGES

/** The first of the language tags that the survey speaks, such as `en` for `en-GB`; else `id`. */
export function languageOf(...tags: readonly (string | null | undefined)[]): Language {
  for (const tag of tags) {
    const language = tag?.toLowerCase().split('-')[0] ?? ''
    if (Object.keys(LANGUAGES).includes(language)) return language as Language
  }
  return 'id'
}

export function wordsIn(language: Language): Words {
  return LANGUAGES[language]
}
