import { CHOICES } from '../../shared/choice.ts'
import { ARTICLES } from './articles.ts'

/** What the server has acknowledged: what its counts must come to, no more and no less. */
export interface Acknowledged {
  addViews(article: number, times: number): void
  /** @param choice place in CHOICES */
  addVotes(article: number, choice: number, times: number): void
  viewsOf(article: number): number
  /** In the order of CHOICES. */
  votesOf(article: number): readonly number[]
}

export function createAcknowledged(): Acknowledged {
  const views = new Float64Array(ARTICLES)
  const votes = new Float64Array(ARTICLES * CHOICES.length)

  return {
    addViews(article, times) {
      views[article] = (views[article] as number) + times
    },
    addVotes(article, choice, times) {
      const place = article * CHOICES.length + choice
      votes[place] = (votes[place] as number) + times
    },
    viewsOf: (article) => views[article] as number,
    votesOf(article) {
      const from = article * CHOICES.length
      return [...votes.subarray(from, from + CHOICES.length)]
    },
  }
}
