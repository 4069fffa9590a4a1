import type { ArticleId } from '../../store/store.ts'
import { frontOf } from './front-of.ts'
import type { Measured } from './guard.ts'

const HOUR = 60 * 60 * 1000
/** Votes of an hour that need no views, which were perhaps before the server's last start. */
const FREE = 600
/** How far over what an article may take its votes are refused rather than set aside. */
const OVERFLOW = 3

/** An article's views and votes in an hour by the clock, and in the one before. */
interface Pace {
  hour: number
  views: number
  votes: number
  viewsBefore: number
  votesBefore: number
  measured: Measured
}

interface PacesOfSite {
  readonly articles: Map<string, Pace>
  readonly oldestOf: () => string | undefined
}

const NOTHING: Measured = { votes: 0, views: 0 }

/**
 * How many votes an article may take: as many as it had counted views in the last hour, and 600
 * more. Every reader's page asks before it votes, so an honest crowd never reaches that, however
 * large it is; votes that nobody looked at the article for do. Votes that are set aside for anything
 * else are not taken in: a few addresses would close the article to everybody with them.
 */
export interface ArticlePace {
  view(article: ArticleId, now: number): void
  /** Seconds to wait before the next vote; 0 where it is not refused. */
  wait(article: ArticleId, now: number): number
  /** Takes a vote in. @returns true where it is one too many */
  vote(article: ArticleId, now: number): boolean
  /** Keeps what an article has by now. */
  measure(article: ArticleId, measured: Measured, now: number): void
  /** What an article had when it was last voted on. */
  measured(article: ArticleId): Measured
  size(): number
}

/** @param most number of articles; the oldest go first */
export function createArticlePace(most: number): ArticlePace {
  const sites = new Map<string, PacesOfSite>()
  let size = 0

  function paceOf({ site, key }: ArticleId, now: number): Pace {
    let own = sites.get(site)
    if (!own) {
      const paces = new Map<string, Pace>()
      own = { articles: paces, oldestOf: frontOf(paces) }
      sites.set(site, own)
    }
    const { articles } = own
    const hour = Math.floor(now / HOUR)
    let pace = articles.get(key)
    if (!pace) {
      makeRoom(own)
      pace = { hour, views: 0, votes: 0, viewsBefore: 0, votesBefore: 0, measured: NOTHING }
      articles.set(key, pace)
      size += 1
    }
    if (pace.hour !== hour) begin(pace, hour)
    return pace
  }

  /** The oldest of the site itself, or else of the site that has been there for longest. */
  function makeRoom(own: PacesOfSite): void {
    if (size < most) return
    for (const { articles, oldestOf } of [own, ...sites.values()]) {
      const oldest = oldestOf()
      if (oldest === undefined) continue
      articles.delete(oldest)
      size -= 1
      return
    }
  }

  return {
    view(article, now) {
      paceOf(article, now).views += 1
    },
    wait(article, now) {
      const pace = paceOf(article, now)
      const { votes, room } = lastHour(pace, now)
      return votes + 1 <= OVERFLOW * room ? 0 : Math.ceil((HOUR - (now % HOUR)) / 1000)
    },
    vote(article, now) {
      const pace = paceOf(article, now)
      pace.votes += 1
      const { votes, room } = lastHour(pace, now)
      return votes > room
    },
    measure(article, measured, now) {
      paceOf(article, now).measured = measured
    },
    measured: ({ site, key }) => sites.get(site)?.articles.get(key)?.measured ?? NOTHING,
    size: () => size,
  }
}

function begin(pace: Pace, hour: number): void {
  const next = hour === pace.hour + 1
  pace.viewsBefore = next ? pace.views : 0
  pace.votesBefore = next ? pace.votes : 0
  pace.views = 0
  pace.votes = 0
  pace.hour = hour
}

/** The hour before counts by the part of the last sixty minutes that was in it. */
function lastHour({ views, votes, viewsBefore, votesBefore }: Pace, now: number) {
  const still = 1 - (now % HOUR) / HOUR
  return { votes: votes + votesBefore * still, room: FREE + views + viewsBefore * still }
}
