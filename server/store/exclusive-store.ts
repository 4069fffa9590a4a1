import { UNKNOWN_ARTICLE } from './article-row.ts'
import { createColdQueries } from './cold-queries.ts'
import type { Database } from './database.ts'
import { createGroupQueue } from './group-queue.ts'
import { createHeldDrops } from './held-drops.ts'
import { createLedger, type Lookup } from './ledger.ts'
import { createLiveArticles, type LiveArticle } from './live-articles.ts'
import type { Scheduler } from './scheduler.ts'
import { type ArticleId, type ArticleState, StorageError, type Store, type Turn } from './store.ts'
import { createTurnTaker } from './turn-taker.ts'
import { createViewWriter } from './view-writer.ts'

/** Most votes in one transaction. */
const MOST_IN_GROUP = 500
/** Most votes waiting for the disk; more are refused rather than kept waiting. */
const LONGEST_QUEUE = 10_000
/** Most articles whose views wait for the disk; with more the disk is not coming back soon. */
const MOST_WAITING = 20_000
/** Most articles in memory, about 500 bytes each. */
const MOST_ARTICLES = 50_000

/**
 * A store for a database that this process alone writes to. Votes of one moment are
 * committed together, views are gathered for half a second, and the counts of the
 * articles in use are kept in memory.
 */
export function createExclusiveStore(database: Database, scheduler: Scheduler): Store {
  const ledger = createLedger(database)
  const cold = createColdQueries(database)
  const live = createLiveArticles(MOST_ARTICLES)
  const drops = createHeldDrops()
  const views = createViewWriter(ledger, live, drops, scheduler)

  const limits = { afterPoll: scheduler.afterPoll, most: MOST_IN_GROUP, longest: LONGEST_QUEUE }
  const reads = createGroupQueue<Lookup, ArticleState | null>({
    ...limits,
    commit: (lookups) => ledger.readArticles(lookups),
  })
  const turns = createGroupQueue<Turn, ArticleState | null>({
    ...limits,
    commit: createTurnTaker(ledger, live),
  })

  /** The article in memory, as it is there or read anew where it isn't, or isn't sure. */
  async function bring(article: ArticleId): Promise<LiveArticle> {
    const known = sure(article)
    if (known) return known
    const stored = await reads.add({ article, voter: null })
    const present = live.get(article)
    if (!present) return live.add(article, stored)
    if (stored) live.update(present, stored)
    return present
  }

  function sure(article: ArticleId): LiveArticle | undefined {
    const present = live.get(article)
    return present?.stale ? undefined : present
  }

  /**
   * Present state with the voter's own vote. Own vote and counts come from one reading, so
   * that a vote committed meanwhile is in both or in neither; views are those in memory.
   */
  async function stateFor(present: LiveArticle, voter: string | null): Promise<ArticleState> {
    if (voter === null) return present.state
    const stored = await reads.add({ article: present.article, voter })
    return stored ? { ...stored, views: present.state.views } : present.state
  }

  /** Takes a state in that was read; what has no row takes no room, since anybody may ask for it. */
  function remember(article: ArticleId, stored: ArticleState | null): ArticleState | undefined {
    const present = live.get(article) ?? (stored ? live.add(article, stored) : undefined)
    if (present && stored) live.update(present, stored)
    return present?.state
  }

  /** What memory knows of an article is read anew after a write past the hot path. */
  async function refresh(article: ArticleId): Promise<void> {
    remember(article, await reads.add({ article, voter: null }))
  }

  return {
    ...cold,

    changeStanding(votes, to, audit, told) {
      return cold.changeStanding(votes, to, audit, (changed) => {
        live.doubt(votes.site, votes.article)
        told?.(changed)
      })
    },

    async countBeside(article) {
      if (live.isMade(article)) return null
      const stored = await cold.countBeside(article)
      return stored === null ? null : stored + live.unstored(article.site)
    },

    async markReviews(timeZone, from) {
      const sites = await cold.markReviews(timeZone, from)
      for (const site of sites) live.doubt(site)
      return sites
    },

    async repairSums(article, note, at, found) {
      await cold.repairSums(article, note, at, found)
      live.doubt(article.site, article.key)
      const present = live.get(article)
      const wrong = found.find(({ table, column }) => table === 'totals' && column === 'views')
      // Views are not read anew, since memory has some that the database does not have yet.
      if (present && wrong) live.addViews(present, wrong.counted - wrong.stored)
    },

    async setOpeningBalance(article, balance) {
      await cold.setOpeningBalance(article, balance)
      await refresh(article)
    },

    async changeOpening(article, thought, to, audit) {
      const changed = await cold.changeOpening(article, thought, to, audit)
      if (changed) await refresh(article)
      return changed
    },

    async addOpenings(brought, openings, audit) {
      const added = await cold.addOpenings(brought, openings, audit)
      for (const { key } of openings) live.doubt(brought.site, key)
      return added
    },

    async removeOpenings(brought, most, audit) {
      const removed = await cold.removeOpenings(brought, most, audit)
      live.doubt(brought.site)
      return removed
    },

    async setClosed(article, closed, audit) {
      await cold.setClosed(article, closed, audit)
      await refresh(article)
    },

    async recordView(article, day, voter) {
      const present = sure(article) ?? (await bring(article))
      if (present.waiting.size === 0 && live.waiting() >= MOST_WAITING) {
        throw new StorageError('too many views are waiting for the disk')
      }
      live.countView(present, day)
      views.writeSoon()
      return stateFor(present, voter)
    },

    dropView(site, day, reason) {
      drops.add(site, day, reason)
      views.writeSoon()
      return Promise.resolve()
    },

    async readArticle(article, voter) {
      const present = sure(article)
      if (present) return stateFor(present, voter)
      return (await reads.add({ article, voter })) ?? UNKNOWN_ARTICLE
    },

    async readArticles(articles) {
      const states = articles.map((article) => sure(article)?.state)
      const missing = articles.filter((_, i) => states[i] === undefined)
      if (missing.length === 0) return states as ArticleState[]
      const stored = await ledger.readArticles(missing.map((article) => ({ article, voter: null })))
      const brought = missing.map((article, i) => remember(article, stored[i] ?? null)).values()
      // Not asked for again: making room for one may have put another out.
      return states.map((known) => known ?? brought.next().value ?? UNKNOWN_ARTICLE)
    },

    async takeTurn(turn) {
      return (await turns.add(turn)) ?? UNKNOWN_ARTICLE
    },

    async close() {
      await turns.idle()
      try {
        await views.write()
      } finally {
        // Also where the views found no room: an open database would keep the process going.
        await database.close()
      }
    },
  }
}
