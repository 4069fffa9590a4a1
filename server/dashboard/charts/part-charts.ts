import { type Html, html, NOTHING } from '../html.ts'
import type { Words } from '../words/words.ts'
import { type Multiple, smallMultiples } from './small-multiples.ts'
import type { WordingMark } from './wording-marks.ts'

/** Pictures beside each other, at most: what fits two sheets of paper. */
const MOST = 24

/**
 * Parts beside each other on one scale, those with the most votes; nothing where there is nothing to
 * hold beside each other.
 * @param parts the one with the most votes first
 * @param rest where all of them are told, of those that are left out
 */
export function partCharts(
  words: Words,
  title: string,
  parts: readonly Multiple[],
  wordings: readonly WordingMark[],
  rest?: { readonly href: string; readonly text: string },
): Html | readonly Html[] {
  if (parts.length < 2 || parts.every(({ series }) => series.length < 2)) return NOTHING
  const shown = parts.slice(0, MOST)
  return html`<h2>${title}</h2>
    <p class="hint">${words.chartPartsMost(shown.length, parts.length)}</p>
    ${smallMultiples(words, shown, wordings)}
    ${
      rest && shown.length < parts.length
        ? html`<p><a href="${rest.href}">${rest.text}</a></p>`
        : NOTHING
    }`
}
