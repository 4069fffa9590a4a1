import type { ArticleId, PastCounts, Store } from '../../store/store.ts'
import { localDay } from '../local-day.ts'
import { type Usual, usualOf } from './usual.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** How far back an article's own figures go. */
const DAYS = 28
/** A site's are read of fewer days: it has many articles. */
const SITE_DAYS = 3
/** Most articles remembered. */
const MOST = 20_000
/** West of here it is never a day earlier: of days before this zone's all are past everywhere. */
const WESTERNMOST = 'Etc/GMT+12'

/** What is usual at an article, read once a day. */
export type UsualAt = (article: ArticleId, now: number) => Promise<Usual>

/** Reads what is usual from the tallies of past days, today's never: a burst is no part of it. */
export function createUsuals(store: Store): UsualAt {
  let today = ''
  let articles = new Map<string, Usual>()
  let sites = new Map<string, PastCounts>()

  function dayBefore(now: number, days: number): string {
    return localDay('UTC', now - days * DAY)
  }

  async function siteCounts(site: string, now: number): Promise<PastCounts> {
    const known = sites.get(site)
    if (known) return known
    const counts = await store.readPastOfSite(site, dayBefore(now, SITE_DAYS), today)
    sites.set(site, counts)
    return counts
  }

  return async (article, now) => {
    const day = localDay(WESTERNMOST, now)
    if (day !== today || articles.size >= MOST) {
      today = day
      articles = new Map()
      sites = new Map()
    }
    const name = `${article.site} ${article.key}`
    const known = articles.get(name)
    if (known) return known
    const own = await store.readPast(article, dayBefore(now, DAYS), day)
    const usual = usualOf(own, await siteCounts(article.site, now))
    articles.set(name, usual)
    return usual
  }
}
