import type { DropReason } from '../../shared/drop-reason.ts'
import { articlesFrom } from './article-row.ts'
import type { Database, Statement } from './database.ts'
import {
  ADD_ARTICLES,
  ADD_VIEWS,
  DROP_VIEWS,
  READ_ARTICLES,
  TAKE_FIRST_TURNS,
  TAKE_TURNS,
  TELL_SUSPENDED,
} from './statements.ts'
import type { ArticleId, ArticleState, Turn } from './store.ts'
import { turnWaves } from './turn-waves.ts'

/** Views of one article on one local day. */
export interface DayViews {
  readonly article: ArticleId
  readonly day: string
  readonly views: number
}

/** Views of a site's local day that were dropped for one reason. */
export interface DroppedViews {
  readonly site: string
  readonly day: string
  readonly reason: DropReason
  readonly views: number
}

/** An article, and the voter whose own vote is asked for with it. */
export interface Lookup {
  readonly article: ArticleId
  readonly voter: string | null
}

/** The counting statements, each for many entries at once. */
export interface Ledger {
  /**
   * Makes `missing` articles, applies the turns in order and answers, in one transaction,
   * with the state of each turn's article; null where it does not exist.
   */
  takeTurns(turns: readonly Turn[], missing: readonly ArticleId[]): Promise<(ArticleState | null)[]>
  /** Applies turns that are all the first, without reading back. @returns number of rows made */
  takeFirstVotes(turns: readonly Turn[]): Promise<number>
  /** Makes `missing` articles and adds the views, in one transaction. */
  addViews(
    views: readonly DayViews[],
    missing: readonly ArticleId[],
    lookups?: readonly Lookup[],
  ): Promise<(ArticleState | null)[]>
  dropViews(views: readonly DroppedViews[]): Promise<void>
  /** In the asked order; null where an article does not exist. */
  readArticles(lookups: readonly Lookup[]): Promise<(ArticleState | null)[]>
}

export function createLedger(database: Database): Ledger {
  return {
    async takeTurns(turns, missing) {
      const rows = await database.write([
        ...adding(missing),
        ...taking(turns),
        { sql: READ_ARTICLES, args: [entriesOf(turns)] },
      ])
      return articlesFrom(rows.at(-1))
    },

    takeFirstVotes: (turns) => database.change({ sql: TAKE_FIRST_TURNS, args: [entriesOf(turns)] }),

    async addViews(views, missing, lookups) {
      const entries = views.map(({ article, day, views: n }) => [article.site, article.key, day, n])
      const statements: Statement[] = [
        ...adding(missing),
        { sql: ADD_VIEWS, args: [JSON.stringify(entries)] },
      ]
      if (!lookups) {
        await database.write(statements)
        return []
      }
      return articlesFrom((await database.write([...statements, reading(lookups)])).at(-1))
    },

    async dropViews(views) {
      const entries = views.map(({ site, day, reason, views: n }) => [site, day, reason, n])
      await database.write([{ sql: DROP_VIEWS, args: [JSON.stringify(entries)] }])
    },

    async readArticles(lookups) {
      return articlesFrom(await database.read(reading(lookups)))
    },
  }
}

/** A first turn finds no vote whose standing it could change, and most turns are counted. */
function taking(turns: readonly Turn[]): Statement[] {
  if (!turns.some(({ turn, verdict }) => turn > 1 && verdict.standing !== 'counted')) {
    return [{ sql: TAKE_TURNS, args: [entriesOf(turns)] }]
  }
  return turnWaves(turns).flatMap((wave) => {
    const args = [entriesOf(wave)]
    return [
      { sql: TELL_SUSPENDED, args },
      { sql: TAKE_TURNS, args },
    ]
  })
}

function entriesOf(turns: readonly Turn[]): string {
  return JSON.stringify(
    turns.map(({ article, voter, turn, choice, day, verdict, hour }) => {
      const { standing, reason } = verdict
      return [article.site, article.key, voter, turn, choice, day, standing, reason, hour]
    }),
  )
}

function adding(articles: readonly ArticleId[]): Statement[] {
  if (articles.length === 0) return []
  const json = JSON.stringify(articles.map(({ site, key }) => [site, key]))
  return [{ sql: ADD_ARTICLES, args: [json] }]
}

function reading(lookups: readonly Lookup[]): Statement {
  const entries = lookups.map(({ article, voter }) => [article.site, article.key, voter])
  return { sql: READ_ARTICLES, args: [JSON.stringify(entries)] }
}
