import type { AlertRule } from '../store/store.ts'
import { type Html, html, NOTHING } from './html.ts'
import { countText, indexText } from './number-text.ts'
import { timeText } from './time-text.ts'
import type { Words } from './words/words.ts'

/** What a rule fires at, in a sentence. */
export function alertSentence(words: Words, { kind, bound, least, span }: AlertRule): string {
  if (kind === 'index') {
    return words.alertIndex(indexText(words, bound ?? 0), countText(words, least ?? 0), span ?? 0)
  }
  if (kind === 'burst') return words.alertBurst
  return kind === 'silence' ? words.alertSilence(span ?? 0) : words.alertBackup(span ?? 0)
}

/** Its state; one that fires stands out by its weight as well. */
export function alertState(words: Words, { state }: AlertRule): Html {
  const text = words.alertStates[state]
  return state === 'firing' ? html`<strong class="late">${text}</strong>` : html`${text}`
}

/** The host of its webhook, since the rest of an address may be a key, and how many get a letter. */
export function alertDestinations(words: Words, { webhook, mails }: AlertRule): Html {
  const host = webhook === null ? '' : new URL(webhook).host
  const letters = mails.length === 0 ? '' : words.alertMailCount(mails.length)
  return html`${host}${host && letters ? html`<br>` : NOTHING}${letters}`
}

/** An instant, or nothing. @param at seconds since 1970 */
export function instantOf(words: Words, at: number | null): Html | readonly Html[] {
  return at === null ? NOTHING : html`${timeText(at)} ${words.utc}`
}
