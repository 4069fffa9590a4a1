import { html } from '../html.ts'
import type { Words } from '../words/words.ts'

/** The page that says why there is nothing else. */
export function refusal(
  words: Words,
  why: 'notFound' | 'foreign' | 'open' | 'fault',
  status: number,
) {
  const text = status === 503 ? words.busyText : words[`${why}Text`]
  return { title: words[`${why}Title`], body: html`<p>${text}</p>`, status }
}
