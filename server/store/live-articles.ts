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
  /** Takes over votes, closing and opening balance of a state as read after a write. */
  update(live: LiveArticle, stored: ArticleState): void
  /** Takes the waiting views out, to be written; `settle` must follow. */
  takeViews(): readonly DayViews[]
  /** Ends what `takeViews` began: the views are on disk, or wait again. */
  settle(views: readonly DayViews[], onDisk: boolean): void
}

/** @param most number of articles kept; the oldest without waiting views go first */
export function createLiveArticles(most: number): LiveArticles {
  const sites = new Map<string, Map<string, LiveArticle>>()
  const viewed = new Set<LiveArticle>()
  let size = 0

  function get({ site, key }: ArticleId): LiveArticle | undefined {
    return sites.get(site)?.get(key)
  }

  function makeRoom(): void {
    for (const articles of sites.values()) {
      for (const [key, live] of articles) {
        if (size <= most) return
        if (live.waiting.size > 0 || live.leaving > 0) continue
        articles.delete(key)
        size -= 1
      }
    }
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
      let articles = sites.get(article.site)
      if (!articles) {
        articles = new Map()
        sites.set(article.site, articles)
      }
      const state = stored === null ? UNKNOWN_ARTICLE : { ...stored, own: null }
      const live = { article, state, stored: stored !== null, waiting: new Map(), leaving: 0 }
      articles.set(article.key, live)
      size += 1
      if (size > most) makeRoom()
      return live
    },

    countView(live, day) {
      const { closed, views, votes, opening } = live.state
      live.state = { closed, views: views + 1, votes, opening, own: null }
      wait(live, day, 1)
    },

    update(live, { votes, closed, opening }) {
      live.stored = true
      live.state = { closed, views: live.state.views, votes, opening, own: null }
    },

    takeViews() {
      const taken: DayViews[] = []
      for (const live of viewed) {
        for (const [day, views] of live.waiting) {
          taken.push({ article: live.article, day, views })
          live.leaving += views
        }
        live.waiting.clear()
      }
      viewed.clear()
      return taken
    },

    settle(views, onDisk) {
      for (const { article, day, views: n } of views) {
        const live = get(article)
        if (!live) continue
        live.leaving -= n
        if (onDisk) live.stored = true
        else wait(live, day, n)
      }
    },
  }
}
