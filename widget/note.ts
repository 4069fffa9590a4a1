import { fairPercentages } from '../shared/fair-percentages.ts'
import type { ViewReply } from '../shared/figures.ts'
import type { Language } from '../shared/language.ts'
import { RESULTS_FROM } from '../shared/site-settings.ts'
import { countVotes } from '../shared/votes-by-choice.ts'
import { fill, formatCount, formatDay, formatShare } from './format.ts'
import type { Words } from './words.ts'

/** Responses below which the survey says that few have answered. */
const FEW = 30

/** The sentences below the choices: how many answered, and what to make of the figures. */
export function noteOf(reply: ViewReply, words: Words, language: Language): string {
  const { responses, votes, opening, review, settings } = reply
  const { results, resultsFrom = RESULTS_FROM, responseRate } = settings
  const seen = votes || results === 'never' ? 'responses' : 'hidden'
  const count = responses ? (!votes && results === 'after-vote' ? 'afterVote' : seen) : 'none'
  const n = formatCount(responses, language)
  const rounded = votes && fairPercentages(votes)?.rounded
  return [
    fill(words[count], { n, from: `${resultsFrom}` }) + (rounded ? ` (${words.rounded}).` : '.'),
    votes && responses < FEW && words.few,
    votes && responseRate && fill(words.rate, { rate: formatShare(rateOf(reply), 1, language) }),
    opening &&
      results !== 'never' &&
      fill(words.opening, { date: formatDay(opening.date), source: opening.source }) +
        (opening.estimate ? ` (${words.estimate}).` : '.'),
    review && words.review,
  ]
    .filter(Boolean)
    .join(' ')
}

/**
 * Votes for each view, in tenths of a percent, of what was measured here: an opening balance
 * knows nothing of who answered. A vote of somebody whose view was not counted is no more than
 * everybody.
 */
function rateOf({ responses, views, opening }: ViewReply): number {
  const measured = responses - (opening?.votes ? countVotes(opening.votes) : 0)
  return Math.round(Math.min(1, measured / (views - (opening?.views ?? 0) || 1)) * 1000)
}
