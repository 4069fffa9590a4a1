import type { Choice } from '../../shared/choice.ts'
import type { PendingReason } from '../../shared/standing.ts'
import type { ArticleId } from '../store/store.ts'
import { createRecentEvents, type RecentEvents } from './recent-events.ts'

/** Articles watched; the one without an event for longest goes first. */
const MOST_ARTICLES = 20_000

/** A vote as the guards know it, whatever its standing. */
export interface SeenVote {
  readonly article: ArticleId
  /** Keyed hash of the ballot, 32 lower-case hexadecimal digits. */
  readonly voter: string
  /** Keyed hashes of network and neighbourhood, 32 bits; 0 where the address is unknown. */
  readonly network: number
  readonly neighbourhood: number
  readonly choice: Choice
  /** What the guards would have it pending for; null where they'd count it. */
  readonly suspicion: PendingReason | null
}

/**
 * Watches views and votes of the last hours for bursts: votes that many networks send together.
 * In memory and bounded; what it is told of networks are hashes, never an address.
 */
export interface BurstWatch {
  /** A view that counted. */
  sawView(article: ArticleId, network: number, neighbourhood: number, now: number): void
  /**
   * A vote or a change of one, told before it is stored; a withdrawal isn't told.
   * @returns true where it belongs to a burst under way: it is to be pending for `burst`,
   *   whatever else speaks against it
   */
  sawVote(vote: SeenVote, now: number): boolean
  /** Whether what is pending at an article stays so: it had a burst within 24 hours. */
  inBurst(article: ArticleId, now: number): boolean
}

/**
 * Suspicions that are lifted after a while, so that votes under them belong to the picture. One
 * network's surplus does not: a class that votes behind one address is no burst.
 */
const LIFTED: readonly (PendingReason | null)[] = [null, 'too-fast', 'rate']

interface WatchedArticle {
  readonly article: ArticleId
  /** Number of its latest event. */
  latest: number
}

export function createBurstWatch(events: RecentEvents = createRecentEvents()): BurstWatch {
  const sites = new Map<string, Map<string, WatchedArticle>>()
  const byAge = new Set<WatchedArticle>()

  function watched(article: ArticleId): WatchedArticle {
    let articles = sites.get(article.site)
    if (!articles) {
      articles = new Map()
      sites.set(article.site, articles)
    }
    let found = articles.get(article.key)
    if (found) byAge.delete(found)
    else {
      makeRoom()
      found = { article, latest: -1 }
      articles.set(article.key, found)
    }
    byAge.add(found)
    return found
  }

  function makeRoom(): void {
    for (const oldest of byAge) {
      if (byAge.size < MOST_ARTICLES) return
      byAge.delete(oldest)
      sites.get(oldest.article.site)?.delete(oldest.article.key)
    }
  }

  return {
    sawView(article, network, neighbourhood, now) {
      const here = watched(article)
      here.latest = events.addView({ at: now, network, neighbourhood }, here.latest)
    },

    sawVote(vote, now) {
      if (!LIFTED.includes(vote.suspicion)) return false
      const here = watched(vote.article)
      here.latest = events.addVote({ ...vote, at: now }, here.latest)
      return false
    },

    inBurst: () => false,
  }
}
