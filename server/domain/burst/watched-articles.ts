import type { ArticleId } from '../../store/store.ts'
import type { NetworkFigures } from './burst-figures.ts'
import type { Cluster } from './burst-judgement.ts'

/** Articles watched; the one without an event for longest goes first. */
const MOST_ARTICLES = 20_000

/** What is remembered of an article beside its events. Instants in milliseconds since 1970. */
export interface WatchedArticle {
  readonly article: ArticleId
  /** Number of its latest event; -1 without one. */
  latest: number
  /** Votes since it was judged. */
  votes: number
  /** When it was judged by the short windows, and when by all. */
  judgedAt: number
  judgedWholeAt: number
  /** Latest sign of a burst; -Infinity without one. */
  burstAt: number
  /** What is held of the votes that come, each until an instant. */
  clusters: readonly { readonly cluster: Cluster; readonly until: number }[]
  /** Its networks as last judged, while anything is held. */
  networks: ReadonlyMap<number, NetworkFigures>
  /** Voters to be held on disk, with when each was told of. */
  readonly toHold: Map<string, number>
}

export const NO_NETWORKS: ReadonlyMap<number, NetworkFigures> = new Map()

/** The articles with events of late, by the age of their latest. */
export interface WatchedArticles {
  find(article: ArticleId): WatchedArticle | undefined
  /** The article, made where it is new; now the latest of all. */
  touch(article: ArticleId): WatchedArticle
}

/** An article in the line of age: each knows the one touched after it and the one before. */
interface InLine {
  readonly watched: WatchedArticle
  newer: InLine | undefined
  older: InLine | undefined
}

/**
 * Every event moves an article to the line's end. A Set would do, but it grows a hole with each
 * move and is laid out anew whenever the holes are too many.
 */
export function createWatchedArticles(most = MOST_ARTICLES): WatchedArticles {
  const sites = new Map<string, Map<string, InLine>>()
  let size = 0
  let oldest: InLine | undefined
  let newest: InLine | undefined

  function find({ site, key }: ArticleId): InLine | undefined {
    return sites.get(site)?.get(key)
  }

  function leaveLine({ newer, older }: InLine): void {
    if (newer) newer.older = older
    else newest = older
    if (older) older.newer = newer
    else oldest = newer
  }

  function joinLine(place: InLine): void {
    place.older = newest
    place.newer = undefined
    if (newest) newest.newer = place
    else oldest = place
    newest = place
  }

  function makeRoom(): void {
    if (size < most || !oldest) return
    const { site, key } = oldest.watched.article
    sites.get(site)?.delete(key)
    leaveLine(oldest)
    size -= 1
  }

  function add(article: ArticleId): InLine {
    makeRoom()
    const articles = sites.get(article.site) ?? new Map<string, InLine>()
    const added = { watched: newcomer(article), newer: undefined, older: undefined }
    sites.set(article.site, articles.set(article.key, added))
    size += 1
    joinLine(added)
    return added
  }

  return {
    find: (article) => find(article)?.watched,
    touch(article) {
      const place = find(article) ?? add(article)
      if (place !== newest) {
        leaveLine(place)
        joinLine(place)
      }
      return place.watched
    },
  }
}

function newcomer(article: ArticleId): WatchedArticle {
  return {
    article,
    latest: -1,
    votes: 0,
    judgedAt: Number.NEGATIVE_INFINITY,
    judgedWholeAt: Number.NEGATIVE_INFINITY,
    burstAt: Number.NEGATIVE_INFINITY,
    clusters: [],
    networks: NO_NETWORKS,
    toHold: new Map(),
  }
}
