import type { Figures, OpeningFigures } from '../../shared/figures.ts'
import { RESULTS_FROM, type SiteSettings } from '../../shared/site-settings.ts'
import { countVotes, poolVotes, type VotesByChoice } from '../../shared/votes-by-choice.ts'
import type { ArticleState, OpeningBalance } from '../store/store.ts'

/**
 * What one reader is told of an article: lifetime counts with the opening balance, and the
 * reader's own vote among them whatever its standing, so that nothing vanishes on reload
 * and no reply tells how a vote was judged.
 */
export function figuresFor(article: string, state: ArticleState, settings: SiteSettings): Figures {
  const votes = votesSeenBy(state)
  const responses = countVotes(votes)
  const shown = showsDistribution(settings, responses, state.own !== null)
  return {
    article,
    views: state.views + (state.opening?.views ?? 0),
    responses,
    votes: shown ? votes : null,
    choice: state.own?.choice ?? null,
    review: state.review,
    opening: state.opening && openingFigures(state.opening, shown),
  }
}

/** Counted votes, the opening balance, and an own vote that isn't counted. */
function votesSeenBy({ votes, opening, own }: ArticleState): VotesByChoice {
  const lifetime = opening ? poolVotes(votes, opening.votes) : votes
  if (own === null || own.standing === 'counted') return lifetime
  return { ...lifetime, [own.choice]: lifetime[own.choice] + 1 }
}

function showsDistribution(settings: SiteSettings, responses: number, voted: boolean): boolean {
  if (settings.results === 'never') return false
  if (settings.results === 'after-vote' && !voted) return false
  return responses >= (settings.resultsFrom ?? RESULTS_FROM)
}

function openingFigures(opening: OpeningBalance, shown: boolean): OpeningFigures {
  const { views, votes, source, date, estimate } = opening
  return { views, votes: shown ? votes : null, source, date, estimate }
}
