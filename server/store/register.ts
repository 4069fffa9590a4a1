import { DrizzleQueryError } from 'drizzle-orm/errors'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import { audited } from './audited.ts'
import type { Database, SqlValue, Statement } from './database.ts'
import { SORT_ANEW } from './report/sorting-statements.ts'
import * as schema from './schema.ts'
import type { ArticleId, Site, Store } from './store.ts'
import { keepingWordings } from './wording-queries.ts'

/** The part of a store that is asked rarely: sites, opening balances, closed articles. */
export type Register = Pick<
  Store,
  | 'readSites'
  | 'addSite'
  | 'setSettings'
  | 'setOpeningBalance'
  | 'setClosed'
  | 'keepValue'
  | 'readValue'
  | 'check'
>

const { key, name, timeZone, settings, loopback, intranet, addedAt } = schema.sites
const SITE = { key, name, timeZone, settings, loopback, intranet, addedAt }

const NAMED_ARTICLE = 'from articles where site = ?1 and key = ?2'

const ADD_SITE = `
  insert into sites (key, name, time_zone, settings, loopback, intranet, added_at)
  values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict do nothing`

/** Nothing for a site that has its origins already. */
const ADD_ORIGINS = `
  insert into origins (site, origin, role)
  select ?1, value ->> 0, value ->> 1 from json_each(?2)
  where not exists (select 1 from origins where site = ?1)`

/** An article that an admin makes exists: nobody has to ask its site. */
const ADD_KNOWN = `
  insert into articles (site, key, verified) select key, ?2, 1 from sites where key = ?1
  on conflict do nothing`

const SET_OPENING_BALANCE = `
  insert into opening_balances
    (article, views, sangat_puas, puas, cukup_puas, tidak_puas, source, date, estimate)
  select id, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 ${NAMED_ARTICLE}
  on conflict (article) do update set
    views = excluded.views, sangat_puas = excluded.sangat_puas, puas = excluded.puas,
    cukup_puas = excluded.cukup_puas, tidak_puas = excluded.tidak_puas,
    source = excluded.source, date = excluded.date, estimate = excluded.estimate`

export function createRegister(database: Database): Register {
  const queries = queriesOn(database)

  return {
    async readSites() {
      const [sites, origins] = await Promise.all([
        queries.select(SITE).from(schema.sites).orderBy(schema.sites.key),
        queries.select().from(schema.origins).orderBy(schema.origins.origin),
      ]).catch(throwCause)
      return sites.map((site): Site => {
        const own = origins.filter((origin) => origin.site === site.key)
        return { ...site, settings: site.settings as Site['settings'], origins: own }
      })
    },

    async addSite({ key, name, timeZone, settings, loopback, intranet, addedAt, origins }) {
      const switches = [Number(loopback), Number(intranet)]
      const pairs = JSON.stringify(origins.map(({ origin, role }) => [origin, role]))
      await database.write([
        {
          sql: ADD_SITE,
          args: [key, name, timeZone, JSON.stringify(settings), ...switches, addedAt],
        },
        { sql: ADD_ORIGINS, args: [key, pairs] },
      ])
    },

    async setSettings(site, settings, moment) {
      const sql = 'update sites set settings = ?2 where key = ?1'
      await database.write([
        keepingWordings(site, settings, moment),
        { sql, args: [site, JSON.stringify(settings)] },
      ])
    },

    async setOpeningBalance(article, { views, votes, source, date, estimate }) {
      const counts = [votes['sangat-puas'], votes.puas, votes['cukup-puas'], votes['tidak-puas']]
      const args = [article.site, article.key, views, ...counts, source, date, Number(estimate)]
      const verified = `update articles set verified = 1, failure = null where site = ?1 and key = ?2`
      await database.write([
        adding(article),
        { sql: verified, args: [article.site, article.key] },
        { sql: SET_OPENING_BALANCE, args },
        { sql: SORT_ANEW, args: [article.site, article.key] },
      ])
    },

    async setClosed(article, closed, audit) {
      const sql = 'update articles set closed = ?3 where site = ?1 and key = ?2 and closed <> ?3'
      await database.write([
        adding(article),
        { sql, args: [article.site, article.key, Number(closed)] },
        ...(audit ? audited(audit) : []),
      ])
    },

    async keepValue(name, value) {
      const rows = await database.write([
        {
          sql: 'insert into instance (name, value) values (?1, ?2) on conflict do nothing',
          args: [name, value],
        },
        { sql: 'select value from instance where name = ?1', args: [name] },
      ])
      return String(rows[1]?.[0]?.[0])
    },

    async readValue(name) {
      const sql = 'select value from instance where name = ?1'
      const [row] = await database.read({ sql, args: [name] })
      return row ? String(row[0]) : null
    },

    async check() {
      await database.read({ sql: 'select 1' })
    },
  }
}

/** drizzle over whichever engine is behind the interface. */
function queriesOn(database: Database) {
  return drizzle(
    async (sql, params) => ({
      rows: (await database.read({ sql, args: params })) as SqlValue[][],
    }),
    { schema },
  )
}

/** drizzle wraps what the database threw, which callers must tell apart. */
function throwCause(reason: unknown): never {
  throw reason instanceof DrizzleQueryError ? (reason.cause ?? reason) : reason
}

function adding({ site, key }: ArticleId): Statement {
  return { sql: ADD_KNOWN, args: [site, key] }
}
