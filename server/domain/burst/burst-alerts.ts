import type { ArticleId } from '../../store/store.ts'
import type { Gathered } from './burst-figures.ts'
import { type Finding, shiftOf } from './burst-judgement.ts'
import type { Usual } from './usual.ts'

const MINUTE = 60_000
/** A burst later than this after the latest sign of one is another one. */
const SAME_WITHIN = 60 * MINUTE
const MOST_ALERTS = 100

/** A burst, or what looks like one, as the moderator is told of it. */
export interface BurstAlert {
  readonly article: ArticleId
  /** When it was seen first and last, in milliseconds since 1970. */
  readonly from: number
  readonly latest: number
  /** Votes held back so far; 0 where the moderator is only told. */
  readonly held: number
  /** What was seen when it was seen first, in words. */
  readonly evidence: string
}

export interface RaisedAlert extends BurstAlert {
  /** True for the first sign of a burst. */
  readonly isNew: boolean
}

/** The latest alerts, one for each burst. */
export interface BurstAlerts {
  /** Adds a sign of a burst to the alert of its article, or makes one with this evidence. */
  raise(article: ArticleId, evidence: string, now: number): RaisedAlert
  /** Votes were held back in an article's burst. */
  held(article: ArticleId, votes: number): void
  /** Newest first. */
  list(): readonly BurstAlert[]
}

export function createBurstAlerts(): BurstAlerts {
  const alerts: BurstAlert[] = []

  function placeOf({ site, key }: ArticleId): number {
    return alerts.findIndex(({ article }) => article.site === site && article.key === key)
  }

  return {
    raise(article, evidence, now) {
      const place = placeOf(article)
      const known = alerts[place]
      if (known && now - known.latest < SAME_WITHIN) {
        const again = { ...known, latest: now }
        alerts[place] = again
        return { ...again, isNew: false }
      }
      const alert = { article, from: now, latest: now, held: 0, evidence }
      alerts.unshift(alert)
      alerts.splice(MOST_ALERTS)
      return { ...alert, isNew: true }
    },

    held(article, votes) {
      const place = placeOf(article)
      const known = alerts[place]
      if (known) alerts[place] = { ...known, held: known.held + votes }
    },

    list: () => [...alerts],
  }
}

/** What speaks for a burst, in words: numbers of networks, views and votes, no choice by its name. */
export function evidenceOf(
  { cluster, because, cell }: Finding,
  figures: Gathered,
  usual: Usual,
): string {
  const minutes = Math.max(1, Math.round(figures.length / MINUTE))
  const where = {
    band: cluster.of === 'band' ? ` with ${bandWords(cluster.band)} each` : '',
    neighbourhood: ' in one neighbourhood',
    article: '',
  }[cluster.of]
  const why = {
    rate: `usually ${percent(usual.rate)} of views vote`,
    evenness: `${cell.voting} of these networks voted, which is more even than chance`,
    surge: 'far more than the article usually has',
  }[because]
  const top = figures.busiest.votes / figures.all.votes
  const shift = shiftOf(figures.votes, usual.votes)
  return [
    `in ${minutes} min ${cell.votes} votes on ${cell.views} views by ${cell.networks} networks${where}`,
    why,
    `${percent(top)} of the article's votes came from one neighbourhood`,
    ...(shift === null ? [] : [`its choices are shifted by ${percent(shift)}`]),
  ].join('; ')
}

function bandWords(band: number): string {
  return band === 0 ? 'one view' : `${2 ** band} views or more`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`
}
