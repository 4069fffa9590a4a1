import { fairPercentages } from '../shared/fair-percentages.ts'
import type { ViewReply } from '../shared/figures.ts'
import { RESULTS_FROM } from '../shared/site-settings.ts'
import { fill, formatCount, formatDay } from './format.ts'
import type { Language } from './language.ts'
import type { Words } from './words.ts'

/** Responses below which the survey says that few have answered. */
const FEW = 30

/** The sentences below the choices: how many answered, and what to make of the figures. */
export function noteOf(reply: ViewReply, words: Words, language: Language): readonly string[] {
  const { responses, votes, opening, settings } = reply
  const n = formatCount(responses, language)
  const rounded = votes && fairPercentages(votes)?.rounded ? ` (${words.rounded})` : ''
  const sentences = [`${howMany(reply, n, words, language)}${rounded}.`]
  if (votes && responses > 0 && responses < FEW) sentences.push(words.few)
  if (opening && settings.results !== 'never') {
    const date = formatDay(opening.date)
    const text = fill(words.opening, { date, source: opening.source })
    sentences.push(opening.estimate ? `${text} (${words.estimate}).` : `${text}.`)
  }
  return sentences
}

function howMany(
  { responses, votes, settings }: ViewReply,
  n: string,
  words: Words,
  language: Language,
): string {
  if (responses === 0) return words.none
  if (votes || settings.results === 'never') return fill(words.responses, { n })
  if (settings.results === 'after-vote') return fill(words.afterVote, { n })
  const from = formatCount(settings.resultsFrom ?? RESULTS_FROM, language)
  return fill(words.hidden, { n, from })
}
