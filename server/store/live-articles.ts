import { UNKNOWN_ARTICLE } from './article-row.ts'
import type { DayViews } from './ledger.ts'
import type { ArticleId, ArticleState } from './store.ts'

/** An article in memory. Its state includes the views that are not on disk yet. */
export interface LiveArticle {
  readonly article: ArticleId
  state: ArticleState
  /** False until the article has a row. */
  stored: boolean
  /** Views by local day that wait for the disk. */
  readonly waiting: Map<string, number>
  /** Views taken out to be written and not settled yet. */
  leaving: number
  /** True where the database may know more of the votes; `update` takes it back. */
  stale: boolean
}

/** Views on their way to the disk, with the article they came from. */
export interface LeavingViews extends DayViews {
  readonly live: LiveArticle
}

/**
 * What an exclusive store keeps in memory: the present state of the articles in use and
 * the views that wait for the disk. Right because nobody else writes to the database.
 */
export interface LiveArticles {
  get(article: ArticleId): LiveArticle | undefined
  /** Takes in a state as read from the database, unless the article is here already. */
  add(article: ArticleId, stored: ArticleState | null): LiveArticle
  countView(live: LiveArticle, day: string): void
  /** Corrects the views in memory by as many as the database was corrected by. */
  addViews(live: LiveArticle, views: number): void
  /** Takes over votes, closing, review and opening balance of a state as read after a write. */
  update(live: LiveArticle, stored: ArticleState): void
  /** Takes waiting views out, of `most` articles at most, to be written; `settle` must follow. */
  takeViews(most: number): readonly LeavingViews[]
  /** Ends what `takeViews` began: the views are on disk, or wait again. */
  settle(views: readonly LeavingViews[], onDisk: boolean): void
  /** Has an article of a site, or every one, read anew: the database knows more of its votes. */
  doubt(site: string, key?: string): void
  /** Whether an article is here that has a row, or will have one with its views. */
  isMade(article: ArticleId): boolean
  /** How many articles of a site have no row yet. */
  unstored(site: string): number
  /** How many articles have views that wait for the disk. */
  waiting(): number
}

/** How many articles are looked at to find one that may go. */
const SEARCHED = 8

/** @param most number of articles kept; the oldest without waiting views go first */
export function createLiveArticles(most: number): LiveArticles {
  const sites = new Map<string, Map<string, LiveArticle>>()
  const byAge = new Set<LiveArticle>()
  const unstored = new Map<string, number>()
  const viewed = new Set<LiveArticle>()

  function get({ site, key }: ArticleId): LiveArticle | undefined {
    return sites.get(site)?.get(key)
  }

  /** Lets the oldest go; one whose views wait goes to the end of the line instead. */
  function makeRoom(): void {
    let searched = 0
    for (const live of byAge) {
      if (byAge.size <= most || searched === SEARCHED) return
      searched += 1
      byAge.delete(live)
      if (hasViews(live)) byAge.add(live)
      else leave(live)
    }
  }

  function leave(live: LiveArticle): void {
    sites.get(live.article.site)?.delete(live.article.key)
    if (!live.stored) countUnstored(live, -1)
  }

  function countUnstored({ article: { site } }: LiveArticle, more: number): void {
    unstored.set(site, (unstored.get(site) ?? 0) + more)
  }

  function hasRow(live: LiveArticle): void {
    if (live.stored) return
    live.stored = true
    countUnstored(live, -1)
  }

  function wait(live: LiveArticle, day: string, views: number): void {
    live.waiting.set(day, (live.waiting.get(day) ?? 0) + views)
    viewed.add(live)
  }

  return {
    get,

    add(article, stored) {
      const present = get(article)
      if (present) return present
      makeRoom()
      let articles = sites.get(article.site)
      if (!articles) {
        articles = new Map()
        sites.set(article.site, articles)
      }
      const state = stored === null ? UNKNOWN_ARTICLE : { ...stored, own: null }
      const waiting = new Map<string, number>()
      const live = { article, state, stored: stored !== null, waiting, leaving: 0, stale: false }
      if (stored === null) countUnstored(live, 1)
      articles.set(article.key, live)
      byAge.add(live)
      return live
    },

    countView(live, day) {
      const { closed, review, views, votes, opening } = live.state
      live.state = { closed, review, views: views + 1, votes, opening, own: null }
      wait(live, day, 1)
    },

    addViews(live, views) {
      live.state = { ...live.state, views: live.state.views + views }
    },

    update(live, { votes, closed, review, opening }) {
      hasRow(live)
      live.stale = false
      live.state = { closed, review, views: live.state.views, votes, opening, own: null }
    },

    takeViews(articles) {
      const taken: LeavingViews[] = []
      let left = articles
      for (const live of viewed) {
        if (left-- === 0) break
        viewed.delete(live)
        for (const [day, views] of live.waiting) {
          taken.push({ live, article: live.article, day, views })
          live.leaving += views
        }
        live.waiting.clear()
      }
      return taken
    },

    settle(views, onDisk) {
      for (const { live, day, views: n } of views) {
        live.leaving -= n
        if (onDisk) hasRow(live)
        else wait(live, day, n)
      }
    },

    doubt(site, key) {
      const articles = sites.get(site)
      const doubted = key === undefined ? articles?.values() : [articles?.get(key)]
      for (const live of doubted ?? []) if (live) live.stale = true
    },

    isMade(article) {
      const live = get(article)
      return live !== undefined && (live.stored || hasViews(live))
    },

    unstored: (site) => unstored.get(site) ?? 0,
    waiting: () => viewed.size,
  }
}

function hasViews({ waiting, leaving }: LiveArticle): boolean {
  return waiting.size > 0 || leaving > 0
}
