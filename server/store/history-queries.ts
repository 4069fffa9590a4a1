import type { PendingReason } from '../../shared/standing.ts'
import type { Database } from './database.ts'
import type { History } from './history.ts'
import { wordList } from './schema.ts'
import type { PastCounts } from './store.ts'

/**
 * Suspicions of one sender's own making: anybody could put an article under review, and keep it
 * there, with five of these.
 */
const OWN_MAKING = ['automated', 'user-agent', 'token'] as const satisfies PendingReason[]

/** Fewest pending votes that put an article under review, and the part of its votes: one in five. */
const LEAST_PENDING = 5
const ONE_IN = 5

const SUMS = `
  coalesce(julianday(?3) - julianday(min(t.day)), 0), coalesce(sum(t.views), 0),
  coalesce(sum(t.sangat_puas), 0), coalesce(sum(t.puas), 0), coalesce(sum(t.cukup_puas), 0),
  coalesce(sum(t.tidak_puas), 0)`

/** ?1 site, ?2 from, ?3 before, ?4 key */
const PAST = `
  select ${SUMS} from tallies t
  where t.article = (select id from articles where site = ?1 and key = ?4)
    and t.day >= ?2 and t.day < ?3`

/** ?1 site, ?2 from, ?3 before */
const PAST_OF_SITE = `
  select ${SUMS} from tallies t join articles a on a.id = t.article and a.site = ?1
  where t.day >= ?2 and t.day < ?3`

/** ?1 from. By the tallies, whose days have an index: each day with votes has one. */
const PENDING = `
  select distinct a.site, a.key, u.reason, a.review
  from tallies t
  join articles a on a.id = t.article
  join uncounted u on u.article = t.article and u.day = t.day and u.standing = 'pending'
  where t.day >= ?1 and u.sangat_puas + u.puas + u.cukup_puas + u.tidak_puas > 0
  order by a.site, a.key, u.reason`

/** ?1 time zone, ?2 from. An article without a vote since then is under review no longer. */
const MARK_REVIEWS = `
  with recent as (
    select t.article, t.sangat_puas + t.puas + t.cukup_puas + t.tidak_puas as counted,
      (select coalesce(sum(u.sangat_puas + u.puas + u.cukup_puas + u.tidak_puas), 0)
        from uncounted u
        where u.article = t.article and u.day = t.day and u.standing = 'pending'
          and u.reason not in (${wordList(OWN_MAKING)})) as pending
    from tallies t
    where t.day >= ?2
  ), doubted as (
    select article from recent group by article
    having sum(pending) >= ${LEAST_PENDING}
      and sum(pending) * ${ONE_IN} > sum(pending) + sum(counted)
  )
  update articles set review = not review
  where site in (select key from sites where time_zone = ?1)
    and review <> (id in (select article from doubted))
  returning site`

export function createHistory(database: Database): History {
  async function sums(sql: string, args: readonly string[]): Promise<PastCounts> {
    const [days, views, a, b, c, d] = (await database.read({ sql, args }))[0] ?? []
    const votes = {
      'sangat-puas': Number(a),
      puas: Number(b),
      'cukup-puas': Number(c),
      'tidak-puas': Number(d),
    }
    return { days: Number(days), views: Number(views), votes }
  }

  return {
    readPast: ({ site, key }, from, before) => sums(PAST, [site, from, before, key]),
    readPastOfSite: (site, from, before) => sums(PAST_OF_SITE, [site, from, before]),

    async readPending(from) {
      const rows = await database.read({ sql: PENDING, args: [from] })
      return rows.map(([site, key, reason, review]) => ({
        article: { site: String(site), key: String(key) },
        reason: reason as PendingReason,
        review: review === 1,
      }))
    },

    async markReviews(timeZone, from) {
      const rows = await database.write([{ sql: MARK_REVIEWS, args: [timeZone, from] }])
      return [...new Set(rows[0]?.map(([site]) => String(site)))]
    },
  }
}
