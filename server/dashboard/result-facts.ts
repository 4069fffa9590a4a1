import { RANKED_FROM } from '../../shared/ranking-bounds.ts'
import type { Result } from '../domain/report/result.ts'
import { type Html, html } from './html.ts'
import { countText, indexText, rateText } from './number-text.ts'
import type { Words } from './words/words.ts'

/** What else is said of a result: index with interval and grade, views, and votes set aside. */
export function resultFacts(words: Words, result: Result): Html {
  const { n, views, pending, excluded } = result
  return html`<dl class="facts">
    <dt>${words.index}</dt><dd>${indexFact(words, result)}</dd>
    <dt>${words.countedViews}</dt><dd>${countText(words, views)}</dd>
    <dt>${words.responseRate}</dt><dd>${words.rateOf(rateText(words, { k: n, n: views }), countText(words, n), countText(words, views))}</dd>
    <dt>${words.pendingVotes}</dt><dd>${countText(words, pending)}</dd>
    <dt>${words.excludedVotes}</dt><dd>${countText(words, excluded)}</dd>
  </dl>`
}

/** The index with its interval, and the letter from enough votes on. */
function indexFact(words: Words, { index, interval, grade }: Result): string {
  if (index === null || interval === null) return words.noRatings
  const [low, high] = [indexText(words, interval.low), indexText(words, interval.high)]
  const said = words.indexWithin(indexText(words, index), low, high)
  return `${said}; ${grade ? words.gradeIs(grade, words.grades[grade]) : words.gradeNone(RANKED_FROM)}`
}
