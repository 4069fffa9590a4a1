import type { Language } from './language.ts'

/** The paths of the readers' contract, version 1. Frozen once released. */
export const VIEWS_PATH = '/v1/views'
export const VOTES_PATH = '/v1/votes'
export const WITHDRAWALS_PATH = '/v1/withdrawals'
export const WIDGET_PATH = '/v1/widget.js'
export const COUNT_PATH = '/v1/count.js'

/** Path of a site's tallies; `?article=` follows, 1 to 100 times. */
export function talliesPath(site: string): string {
  return `/v1/sites/${encodeURIComponent(site)}/tallies`
}

/** Path of the survey's words in a language that its script does not carry. */
export function wordsPath(language: Language): string {
  return `/v1/words/${language}.json`
}

/** Path of the text that says how the figures are made. */
export function explanationPath(language: Language): string {
  return `/v1/explanation/${language}.json`
}
