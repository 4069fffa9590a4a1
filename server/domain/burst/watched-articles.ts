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

export function createWatchedArticles(most = MOST_ARTICLES): WatchedArticles {
  const sites = new Map<string, Map<string, WatchedArticle>>()
  const byAge = new Set<WatchedArticle>()

  function find({ site, key }: ArticleId): WatchedArticle | undefined {
    return sites.get(site)?.get(key)
  }

  function makeRoom(): void {
    for (const oldest of byAge) {
      if (byAge.size < most) return
      byAge.delete(oldest)
      sites.get(oldest.article.site)?.delete(oldest.article.key)
    }
  }

  function add(article: ArticleId): WatchedArticle {
    makeRoom()
    const articles = sites.get(article.site) ?? new Map<string, WatchedArticle>()
    const added = newcomer(article)
    sites.set(article.site, articles.set(article.key, added))
    return added
  }

  return {
    find,
    touch(article) {
      const known = find(article)
      if (known) byAge.delete(known)
      const watched = known ?? add(article)
      byAge.add(watched)
      return watched
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
