import { RANKED_FROM } from '../../shared/ranking-bounds.ts'
import type { Answer } from '../domain/report/answer.ts'
import type { ChosenPeriod } from './chosen-period.ts'
import { type Html, html, NOTHING } from './html.ts'
import { countText, shareText } from './number-text.ts'
import { lastPeriod, thisPeriod } from './period-words.ts'
import type { Words } from './words/words.ts'

/** The answer in words: what the period says, and whether that is a change. */
export function answerSentence(
  words: Words,
  { now, before, complete }: Answer,
  chosen: ChosenPeriod,
) {
  const [period, last] = [thisPeriod(words, chosen), lastPeriod(words, chosen)]
  const lead = now.n === 0 ? words.answerNone(period) : answer(words, now.satisfied, period)
  const more =
    now.n === 0
      ? ''
      : before.share === null
        ? words.answerAlone(last)
        : words.answerBeside[before.share](last, shareText(words, before.result.satisfied))
  return html`<p class="lead">${lead}${more}.</p>
    ${now.n > 0 && now.n < RANKED_FROM ? html`<p>${words.answerFew}</p>` : NOTHING}
    ${complete ? NOTHING : notice(words)}`
}

function answer(words: Words, satisfied: { readonly k: number; readonly n: number }, of: string) {
  return words.answer(shareText(words, satisfied), countText(words, satisfied.n), of)
}

/** Said where sums of closed days are missing. */
function notice(words: Words): Html {
  return html`<p class="notice" role="status">${words.answerIncomplete}</p>`
}
