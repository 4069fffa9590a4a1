import type { Choice } from '../../../shared/choice.ts'
import type { PendingReason } from '../../../shared/standing.ts'
import type { ArticleId } from '../../store/store.ts'
import { type BurstAlert, createBurstAlerts, evidenceOf, type RaisedAlert } from './burst-alerts.ts'
import type { Cluster } from './burst-judgement.ts'
import { isIn } from './held-cluster.ts'
import { type Found, judgeWindows } from './judge-windows.ts'
import { createRecentEvents, type RecentEvents } from './recent-events.ts'
import type { Usual } from './usual.ts'
import { createWatchedArticles, NO_NETWORKS, type WatchedArticle } from './watched-articles.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** How long new votes are held after the latest sign of a burst. */
const LASTS = 10 * MINUTE
/** How long what is pending at an article stays so after a burst. */
const STANDS_STILL = 24 * 60 * MINUTE
/** A vote told of may take this long to reach the disk, and is held again until then. */
const ON_ITS_WAY = 10 * SECOND
/** An article is judged after so many votes, or after a minute with one. */
const VOTES_BETWEEN = 4
/** Most articles judged at once, which keeps a round to some milliseconds. */
const MOST_DUE = 8
/**
 * Suspicions that are lifted after a while, so that votes under them belong to the picture. One
 * network's surplus does not: a class that votes behind one address is no burst.
 */
const LIFTED: readonly (PendingReason | null)[] = [null, 'too-fast', 'rate']

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

/** What judging an article came to. */
export interface Judged {
  /** Voters whose votes are to be held on disk; the same again until `settle`. */
  readonly voters: readonly string[]
  /** The burst that was seen; null for none. */
  readonly alert: RaisedAlert | null
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
  /** Takes an article for one with a burst, as the database says after a start. */
  restore(article: ArticleId, now: number): void
  /** Articles that are to be judged now. */
  due(now: number): readonly ArticleId[]
  judge(article: ArticleId, usual: Usual, now: number): Judged
  /** What `judge` said was done. @param changed number of votes that it touched */
  settle(article: ArticleId, changed: number, now: number): void
  /** The latest alerts, newest first, at most 100. */
  alerts(): readonly BurstAlert[]
}

export function createBurstWatch(events: RecentEvents = createRecentEvents()): BurstWatch {
  const articles = createWatchedArticles()
  const alerts = createBurstAlerts()
  /** Articles with votes since they were judged, or votes to be held on disk. */
  const waiting = new Set<WatchedArticle>()

  function isDue({ votes, judgedAt, toHold }: WatchedArticle, now: number): boolean {
    return votes >= VOTES_BETWEEN || now - judgedAt >= MINUTE || toHold.size > 0
  }

  /** Marks what was found, and has the like of it held from now on. */
  function takeIn(here: WatchedArticle, found: readonly Found[], now: number): void {
    for (const { votes } of found) {
      for (const event of votes) {
        events.hold(event)
        here.toHold.set(events.voter(event), events.at(event))
      }
    }
    const until = now + LASTS
    const holding = found.filter(({ finding }) => finding.hold)
    const clusters = new Map(here.clusters.map((each) => [nameOf(each.cluster), each]))
    for (const { finding } of holding) clusters.set(nameOf(finding.cluster), { ...finding, until })
    here.clusters = [...clusters.values()].filter((each) => now < each.until)
    if (holding.length > 0) here.burstAt = now
  }

  return {
    sawView(article, network, neighbourhood, now) {
      const here = articles.touch(article)
      here.latest = events.addView({ at: now, network, neighbourhood }, here.latest)
    },

    sawVote(vote, now) {
      if (!LIFTED.includes(vote.suspicion)) return false
      const here = articles.touch(vote.article)
      here.latest = events.addVote({ ...vote, at: now }, here.latest)
      here.votes += 1
      waiting.add(here)
      const held = here.clusters.some(
        ({ cluster, until }) => now < until && isIn(cluster, here.latest, events, here.networks),
      )
      if (!held) return false
      events.hold(here.latest)
      alerts.held(vote.article, 1)
      return true
    },

    inBurst(article, now) {
      return now - (articles.find(article)?.burstAt ?? Number.NEGATIVE_INFINITY) < STANDS_STILL
    },

    restore(article, now) {
      articles.touch(article).burstAt = now
    },

    due(now) {
      const due: ArticleId[] = []
      for (const here of waiting) {
        if (isDue(here, now)) due.push(here.article)
        if (due.length === MOST_DUE) break
      }
      return due
    },

    judge(article, usual, now) {
      const here = articles.touch(article)
      const goesOn = now - here.burstAt < LASTS
      const whole = now - here.judgedWholeAt >= MINUTE / 2
      const { latest } = here
      const { found, networks } = judgeWindows({ events, latest, usual, goesOn, whole }, now)
      here.votes = 0
      here.judgedAt = now
      if (whole) here.judgedWholeAt = now
      waiting.delete(here)
      takeIn(here, found, now)
      here.networks = here.clusters.length > 0 ? networks : NO_NETWORKS
      if (here.toHold.size > 0) waiting.add(here)
      const strongest = found.find(({ finding }) => finding.hold) ?? found[0]
      const evidence = strongest && evidenceOf(strongest.finding, strongest.figures, usual)
      return {
        voters: [...here.toHold.keys()],
        alert: evidence === undefined ? null : alerts.raise(article, evidence, now),
      }
    },

    settle(article, changed, now) {
      const here = articles.touch(article)
      alerts.held(article, changed)
      for (const [voter, at] of here.toHold) {
        if (now - at >= ON_ITS_WAY) here.toHold.delete(voter)
      }
    },
    alerts: alerts.list,
  }
}

function nameOf(cluster: Cluster): string {
  return JSON.stringify(cluster)
}
