import { UNKNOWN_ARTICLE } from './article-row.ts'
import type { Database } from './database.ts'
import { createGroupQueue } from './group-queue.ts'
import { createLedger, type Lookup } from './ledger.ts'
import { createLiveArticles, type LiveArticle } from './live-articles.ts'
import { createRegister } from './register.ts'
import type { Scheduler } from './scheduler.ts'
import type { ArticleId, ArticleState, Store, Turn } from './store.ts'
import { createTurnTaker } from './turn-taker.ts'

/** Views reach the disk at the latest this long after they were counted, in milliseconds. */
const VIEWS_HELD = 500
/** Most rows in one transaction: keeps a commit short enough for the votes behind it. */
const MOST_IN_GROUP = 500
/** Most votes waiting for the disk; more are refused rather than kept waiting. */
const LONGEST_QUEUE = 10_000
/** Most articles in memory, about 500 bytes each. */
const MOST_ARTICLES = 50_000

/**
 * A store for a database that this process alone writes to. Votes of one moment are
 * committed together, views are gathered for half a second, and the counts of the
 * articles in use are kept in memory.
 */
export function createExclusiveStore(database: Database, scheduler: Scheduler): Store {
  const ledger = createLedger(database)
  const register = createRegister(database)
  const live = createLiveArticles(MOST_ARTICLES)
  let flushing: Promise<void> | undefined
  let flushDue = false

  const limits = { afterPoll: scheduler.afterPoll, most: MOST_IN_GROUP, longest: LONGEST_QUEUE }
  const reads = createGroupQueue<Lookup, ArticleState | null>({
    ...limits,
    commit: (lookups) => ledger.readArticles(lookups),
  })
  const turns = createGroupQueue<Turn, ArticleState | null>({
    ...limits,
    commit: createTurnTaker(ledger, live),
  })

  async function bring(article: ArticleId): Promise<LiveArticle> {
    return live.get(article) ?? live.add(article, await reads.add({ article, voter: null }))
  }

  /**
   * Present state with the voter's own vote, which is always read from the database. The
   * counts are looked at after that: a vote committed meanwhile is in both or in neither.
   */
  async function stateFor(present: LiveArticle, voter: string | null): Promise<ArticleState> {
    if (voter === null) return present.state
    const stored = await reads.add({ article: present.article, voter })
    return { ...present.state, own: stored?.own ?? null }
  }

  function flushSoon(): void {
    if (flushDue) return
    flushDue = true
    scheduler.after(VIEWS_HELD, () => {
      flushDue = false
      // A flush that fails keeps its views and tries again with the next one.
      flush().catch(flushSoon)
    })
  }

  async function flush(): Promise<void> {
    if (flushing) await flushing.catch(() => undefined)
    const views = live.takeViews()
    if (views.length === 0) return
    const missing = views.map(({ article }) => article)
    flushing = ledger
      .addViews(
        views,
        missing.filter((article) => live.get(article)?.stored !== true),
      )
      .then(() => undefined)
      .finally(() => {
        flushing = undefined
      })
    try {
      await flushing
      live.settle(views, true)
    } catch (reason) {
      live.settle(views, false)
      throw reason
    }
  }

  /** What memory knows of an article is read anew after a write past the hot path. */
  async function refresh(article: ArticleId): Promise<void> {
    const stored = await reads.add({ article, voter: null })
    const present = live.get(article)
    if (present && stored) live.update(present, stored)
  }

  return {
    ...register,

    async setOpeningBalance(article, balance) {
      await register.setOpeningBalance(article, balance)
      await refresh(article)
    },

    async setClosed(article, closed) {
      await register.setClosed(article, closed)
      await refresh(article)
    },

    async recordView(article, day, voter) {
      const present = live.get(article) ?? (await bring(article))
      live.countView(present, day)
      flushSoon()
      return stateFor(present, voter)
    },

    async readArticle(article, voter) {
      const present = live.get(article)
      if (present) return stateFor(present, voter)
      return (await reads.add({ article, voter })) ?? UNKNOWN_ARTICLE
    },

    async readArticles(articles) {
      const present = articles.map((article) => live.get(article))
      const missing = articles.filter((_, i) => present[i] === undefined)
      if (missing.length === 0) return present.map((article) => article?.state ?? UNKNOWN_ARTICLE)
      const stored = await ledger.readArticles(missing.map((article) => ({ article, voter: null })))
      const brought = missing.map((article, i) => live.add(article, stored[i] ?? null)).values()
      // Not asked for again: making room for one may have put another out.
      return present.map((known) => (known ?? brought.next().value)?.state ?? UNKNOWN_ARTICLE)
    },

    async takeTurn(turn) {
      return (await turns.add(turn)) ?? UNKNOWN_ARTICLE
    },

    async close() {
      await turns.idle()
      try {
        await flush()
      } finally {
        // Also where the views found no room: an open database would keep the process going.
        await database.close()
      }
    },
  }
}
