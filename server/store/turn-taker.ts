import type { Choice } from '../../shared/choice.ts'
import type { Ledger } from './ledger.ts'
import type { LiveArticles } from './live-articles.ts'
import type { ArticleId, ArticleState, Turn } from './store.ts'

/** Takes a group of turns; answers for each with its article's state, null for no article. */
export type TurnTaker = (group: readonly Turn[]) => Promise<readonly (ArticleState | null)[]>

type FirstVote = Turn & { readonly choice: Choice }

/**
 * Takes turns against the database and the articles in memory. A group of nothing but
 * first votes is not read back: a first turn finds no row of its ballot or changes
 * nothing, so where as many rows changed as votes came, each added one to its choice.
 */
export function createTurnTaker(ledger: Ledger, live: LiveArticles): TurnTaker {
  /**
   * Articles without a row yet: a first vote makes its article, and so does a withdrawal
   * where a view was counted, since that view may still wait for the disk.
   */
  function missingFrom(group: readonly Turn[]): ArticleId[] {
    const makes = ({ article, choice }: Turn) => {
      const present = live.get(article)
      if (present?.stored === true) return false
      return choice !== null || (present?.state.views ?? 0) > 0
    }
    return group.filter(makes).map(({ article }) => article)
  }

  function isFirstVote(turn: Turn): turn is FirstVote {
    const present = live.get(turn.article)
    return turn.turn === 1 && turn.choice !== null && present?.stored === true && !present.stale
  }

  function remember({ article }: Turn, stored: ArticleState | null | undefined) {
    if (!stored) return null
    const present = live.get(article) ?? live.add(article, stored)
    live.update(present, stored)
    return { ...present.state, own: stored.own }
  }

  /** The state after a first vote; null where the article has left the memory meanwhile. */
  function addFirstVote({ article, choice, verdict }: FirstVote): ArticleState | null {
    const present = live.get(article)
    if (!present || present.stale) return null
    const { standing } = verdict
    if (standing === 'counted') {
      const { votes } = present.state
      live.update(present, { ...present.state, votes: { ...votes, [choice]: votes[choice] + 1 } })
    }
    return { ...present.state, own: { choice, standing } }
  }

  return async (group) => {
    if (group.every(isFirstVote)) {
      const changed = await ledger.takeFirstVotes(group)
      const states = changed === group.length ? group.map(addFirstVote) : []
      if (states.length === group.length && !states.includes(null)) return states
      const read = await ledger.readArticles(group).catch((reason: unknown) => {
        // The votes are on disk all the same; memory learns of them when it can be read again.
        for (const { article } of group) live.doubt(article.site, article.key)
        throw reason
      })
      return group.map((turn, i) => remember(turn, read[i]))
    }
    const stored = await ledger.takeTurns(group, missingFrom(group))
    return group.map((turn, i) => remember(turn, stored[i]))
  }
}
