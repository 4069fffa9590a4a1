import { UNKNOWN_ARTICLE } from './article-row.ts'
import type { DayViews } from './ledger.ts'
import type { ArticleId, ArticleState } from './store.ts'

/** An article in memory. Its state includes the views that are not on disk yet. */
export interface LiveArticle {
  readonly article: ArticleId
  state: ArticleState
  /** False until the article has a row. */
  stored: boolean
  /** Views counted here that are not on disk yet. */
  buffered: number
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
  /** Takes over the votes and closing of a state as read after a write. */
  update(live: LiveArticle, stored: ArticleState): void
  /** Takes the waiting views out; they count as buffered until `settle`. */
  takeViews(): readonly DayViews[]
  /** Ends what `takeViews` began: the views are on disk, or wait again. */
  settle(views: readonly DayViews[], onDisk: boolean): void
}

/** @param most number of articles kept; the oldest without buffered views go first */
export function createLiveArticles(most: number): LiveArticles {
  const articles = new Map<string, LiveArticle>()
  let waiting = new Map<string, { article: ArticleId; day: string; views: number }>()

  function makeRoom(): void {
    for (const [name, live] of articles) {
      if (articles.size <= most) return
      if (live.buffered === 0) articles.delete(name)
    }
  }

  function wait(article: ArticleId, day: string, views: number): void {
    const name = `${nameOf(article)} ${day}`
    const before = waiting.get(name)
    if (before) before.views += views
    else waiting.set(name, { article, day, views })
  }

  return {
    get: (article) => articles.get(nameOf(article)),

    add(article, stored) {
      const name = nameOf(article)
      const present = articles.get(name)
      if (present) return present
      const state = stored === null ? UNKNOWN_ARTICLE : { ...stored, own: null }
      const live = { article, state, stored: stored !== null, buffered: 0 }
      articles.set(name, live)
      if (articles.size > most) makeRoom()
      return live
    },

    countView(live, day) {
      live.state = { ...live.state, views: live.state.views + 1 }
      live.buffered += 1
      wait(live.article, day, 1)
    },

    update(live, { votes, closed, opening }) {
      live.stored = true
      live.state = { ...live.state, votes, closed, opening }
    },

    takeViews() {
      const taken = [...waiting.values()]
      waiting = new Map()
      return taken
    },

    settle(views, onDisk) {
      for (const { article, day, views: n } of views) {
        if (!onDisk) wait(article, day, n)
        const live = articles.get(nameOf(article))
        if (live && onDisk) {
          live.buffered -= n
          live.stored = true
        }
      }
    },
  }
}

function nameOf({ site, key }: ArticleId): string {
  return `${site} ${key}`
}
