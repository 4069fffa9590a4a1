import { UNKNOWN_ARTICLE } from './article-row.ts'
import { createColdQueries } from './cold-queries.ts'
import type { Database } from './database.ts'
import { createLedger } from './ledger.ts'
import type { Store } from './store.ts'

/**
 * A store for a database that others write to as well: every call is one batch, nothing
 * is kept in memory between two calls.
 * @param hurried the same database for what a reader waits for, where that is bounded
 */
export function createSharedStore(database: Database, hurried = database): Store {
  const ledger = createLedger(hurried)
  const { readSites, countBeside } = createColdQueries(hurried)

  return {
    ...createColdQueries(database),
    readSites,
    countBeside,

    async recordView(article, day, voter) {
      const states = await ledger.addViews(
        [{ article, day, views: 1 }],
        [article],
        [{ article, voter }],
      )
      return states[0] ?? UNKNOWN_ARTICLE
    },

    dropView: (site, day, reason) => ledger.dropViews([{ site, day, reason, views: 1 }]),

    async readArticle(article, voter) {
      return (await ledger.readArticles([{ article, voter }]))[0] ?? UNKNOWN_ARTICLE
    },

    async readArticles(articles) {
      const states = await ledger.readArticles(
        articles.map((article) => ({ article, voter: null })),
      )
      return states.map((state) => state ?? UNKNOWN_ARTICLE)
    },

    async takeTurn(turn) {
      const states = await ledger.takeTurns([turn], turn.choice === null ? [] : [turn.article])
      return states[0] ?? UNKNOWN_ARTICLE
    },

    close: () => database.close(),
  }
}
