import type { Choice } from '../../shared/choice.ts'
import type { Standing } from '../../shared/standing.ts'
import { NO_VOTES, type VotesByChoice } from '../../shared/votes-by-choice.ts'
import type { Rows } from './database.ts'
import type { ArticleState, OpeningBalance } from './store.ts'

type Counts = [
  views: number,
  sangatPuas: number,
  puas: number,
  cukupPuas: number,
  tidakPuas: number,
]

/** One entry of READ_ARTICLES; all null where the article does not exist. */
type ArticleRow = [
  closed: number,
  ...counts: Counts,
  choice: Choice | null,
  standing: Standing | null,
  opening: [...counts: Counts, source: string, date: string, estimate: number] | null,
  review: number,
]

/** The state of an article that nobody has viewed yet. */
export const UNKNOWN_ARTICLE: ArticleState = {
  closed: false,
  review: false,
  views: 0,
  votes: NO_VOTES,
  opening: null,
  own: null,
}

/** Reads the answer of READ_ARTICLES; null stands for an article that does not exist. */
export function articlesFrom(rows: Rows | undefined): (ArticleState | null)[] {
  const json = rows?.[0]?.[0]
  if (typeof json !== 'string') throw new TypeError('READ_ARTICLES answered without its array')
  return (JSON.parse(json) as (ArticleRow | [null])[]).map((row) =>
    row[0] === null ? null : stateFrom(row),
  )
}

function stateFrom(row: ArticleRow): ArticleState {
  const [closed, views, a, b, c, d, choice, standing, opening, review] = row
  return {
    closed: closed === 1,
    review: review === 1,
    views,
    votes: votesFrom(a, b, c, d),
    opening: opening && openingFrom(opening),
    // A row has both or neither.
    own: choice === null ? null : { choice, standing: standing as Standing },
  }
}

function openingFrom(row: NonNullable<ArticleRow[8]>): OpeningBalance {
  const [views, a, b, c, d, source, date, estimate] = row
  return { views, votes: votesFrom(a, b, c, d), source, date, estimate: estimate === 1 }
}

function votesFrom(a: number, b: number, c: number, d: number): VotesByChoice {
  return { 'sangat-puas': a, puas: b, 'cukup-puas': c, 'tidak-puas': d }
}
