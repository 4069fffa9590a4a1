/**
 * The languages that the survey speaks. `jv` and `su` only where a site or a page sets them in
 * so many words, until native speakers have reviewed them.
 */
export const LANGUAGES = ['id', 'en', 'jv', 'su'] as const

export type Language = (typeof LANGUAGES)[number]

export function isLanguage(value: unknown): value is Language {
  return (LANGUAGES as readonly unknown[]).includes(value)
}
