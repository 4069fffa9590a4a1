import { countVotes, type VotesByChoice } from '../../../shared/votes-by-choice.ts'
import type { PastCounts } from '../../store/store.ts'

/** Share of views that vote where nothing is known yet, and how many views that belief weighs. */
const PRIOR_RATE = 0.05
const PRIOR_VIEWS = 100
/** How many views of an article its site's rate weighs. */
const SITE_VIEWS = 200
/** The part of a whole site's votes that any one article may have. */
const SITE_PART = 0.1
const DAY = 24 * 60 * 60 * 1000

/** What is usual at an article. */
export interface Usual {
  /** Votes per view. */
  readonly rate: number
  /** Votes per millisecond. */
  readonly pace: number
  readonly votes: VotesByChoice
}

/**
 * What is usual at an article, from its own 28 days as far as it has them: the mean of a gamma
 * distribution of votes per view that begins at the site's rate and is updated with the article's
 * own views and votes (conjugate to Poisson counts); the site's begins at 5 %.
 */
export function usualOf(own: PastCounts, site: PastCounts): Usual {
  const votes = countVotes(own.votes)
  const siteVotes = countVotes(site.votes)
  const siteRate = (siteVotes + PRIOR_RATE * PRIOR_VIEWS) / (site.views + PRIOR_VIEWS)
  return {
    rate: (votes + siteRate * SITE_VIEWS) / (own.views + SITE_VIEWS),
    pace: Math.max(
      perMillisecond(votes, own.days),
      SITE_PART * perMillisecond(siteVotes, site.days),
    ),
    votes: own.votes,
  }
}

function perMillisecond(votes: number, days: number): number {
  return days === 0 ? 0 : votes / (days * DAY)
}
