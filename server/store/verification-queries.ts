import type { Database } from './database.ts'
import { SORT_PAGES_ANEW } from './report/sorting-statements.ts'
import type { Verification } from './verification.ts'

/** Most articles in one transaction: the votes behind it wait for no more. */
const MOST_AT_ONCE = 500

/**
 * ?1 now, ?2 most of a site. Site by site, so that one with many articles holds up no other. Where
 * nobody keeps a place any more the instant is negative; of those one a reading is enough.
 */
const READ_DUE = `
  select a.site, a.key, a.attempts
  from sites s cross join articles a on a.id in (
    select * from (
      select id from articles where site = s.key and verified = 0 and next_attempt between 0 and ?1
      order by next_attempt limit ?2
    )
    union all
    select * from (
      select id from articles where site = s.key and verified = 0 and next_attempt between -?1 and -1
      order by next_attempt desc limit 1
    )
  )
  order by a.next_attempt < 0, a.next_attempt`

/** ?1 site, ?2 [[key, title or null], …] */
const PAGES = `
  select ?1, value ->> 0, 1, value ->> 1 from json_each(?2)
  where exists (select 1 from sites where key = ?1)`

const VERIFY = `
  insert into articles (site, key, verified, title) ${PAGES}
  and exists (select 1 from articles where site = ?1 and key = value ->> 0)
  on conflict (site, key) do update
  set verified = 1, title = coalesce(excluded.title, title), failure = null
  where verified = 0 or (excluded.title is not null and excluded.title is not title)`

const VERIFY_OR_MAKE = VERIFY.replace(/\n {2}and exists .*/, '')

/** ?1 site, ?2 key, ?3 reason, ?4 next attempt. Meanwhile somebody else may have verified it. */
const FAIL = `
  update articles set failure = ?3, attempts = attempts + 1, next_attempt = ?4
  where site = ?1 and key = ?2 and verified = 0`

const RETRY = `
  update articles set attempts = 0, next_attempt = 0, failure = null
  where site = ?1 and verified = 0`

const CHANGES = 'select changes()'

const COUNT_BESIDE = `
  select count(*) from articles
  where site = ?1 and verified = 0 and next_attempt >= 0
  having not exists (select 1 from articles where site = ?1 and key = ?2)`

const LIST = `
  select key, title from articles
  where site = ?1 and key > ?2 and verified = 1 order by key limit ?3`

const READ_FAILURES = `
  select failure, count(*), min(key) from articles
  where site = ?1 and verified = 0 and failure is not null
  group by failure order by count(*) desc, failure`

export function createVerification(database: Database): Verification {
  return {
    async readDueArticles(now, most) {
      const rows = await database.read({ sql: READ_DUE, args: [now, most] })
      return rows.map(([site, key, attempts]) => ({
        article: { site: String(site), key: String(key) },
        attempts: Number(attempts),
      }))
    },

    async verifyArticles(site, pages, make) {
      let changed = 0
      for (let from = 0; from < pages.length; from += MOST_AT_ONCE) {
        const group = pages.slice(from, from + MOST_AT_ONCE)
        const json = JSON.stringify(group.map(({ key, title }) => [key, title]))
        const sql = make ? VERIFY_OR_MAKE : VERIFY
        const rows = await database.write([
          { sql, args: [site, json] },
          { sql: CHANGES },
          { sql: SORT_PAGES_ANEW, args: [site, json] },
        ])
        changed += Number(rows[1]?.[0]?.[0])
      }
      return changed
    },

    async failArticle({ site, key }, reason, next) {
      const at = next && (next.keepsPlace ? next.at : -next.at)
      await database.write([{ sql: FAIL, args: [site, key, reason, at] }])
    },

    async retryArticles(site) {
      await database.write([{ sql: RETRY, args: [site] }])
    },

    async countBeside({ site, key }) {
      const rows = await database.read({ sql: COUNT_BESIDE, args: [site, key] })
      return rows[0] ? Number(rows[0][0]) : null
    },

    async setIntranet(site, on) {
      const sql = 'update sites set intranet = ?2 where key = ?1'
      await database.write([
        { sql, args: [site, Number(on)] },
        { sql: RETRY, args: [site] },
      ])
    },

    async listArticles(site, after, most) {
      const rows = await database.read({ sql: LIST, args: [site, after, most] })
      return rows.map(([key, title]) => ({
        key: String(key),
        title: title === null ? null : String(title),
      }))
    },

    async readFailures(site) {
      const rows = await database.read({ sql: READ_FAILURES, args: [site] })
      return rows.map(([reason, articles, example]) => ({
        reason: String(reason),
        articles: Number(articles),
        example: String(example),
      }))
    },
  }
}
