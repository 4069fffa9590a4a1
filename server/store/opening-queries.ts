import { audited } from './audited.ts'
import type { Database } from './database.ts'
import type { Openings } from './openings.ts'
import { SORT_PAGES_ANEW, SORT_SITE_ANEW } from './report/sorting-statements.ts'

const READ_OPENED = `
  select a.key from json_each(?2) j
  join articles a on a.site = ?1 and a.key = j.value ->> 0
  join opening_balances o on o.article = a.id`

/** An article that an admin brings exists: nobody has to ask its site. */
const ADD_KNOWN = `
  insert into articles (site, key, verified)
  select s.key, j.value ->> 0, 1 from json_each(?2) j join sites s on s.key = ?1
  where true
  on conflict (site, key) do update set verified = 1, failure = null`

/** ?2: [[key, views, four counts, source, date, estimate], …] */
const ADD_OPENINGS = `
  insert into opening_balances
    (article, views, sangat_puas, puas, cukup_puas, tidak_puas, source, date, estimate)
  select a.id, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5,
    j.value ->> 6, j.value ->> 7, j.value ->> 8
  from json_each(?2) j join articles a on a.site = ?1 and a.key = j.value ->> 0
  where true
  on conflict do nothing`

const REMOVE_OPENINGS = `
  delete from opening_balances where article in (
    select o.article from articles a join opening_balances o on o.article = a.id
    where a.site = ?1 and o.source = ?2 and o.date = ?3 limit ?4)
  returning article`

export function createOpenings(database: Database): Openings {
  return {
    async readOpened(site, keys) {
      const args = [site, JSON.stringify(keys.map((key) => [key]))]
      const rows = await database.read({ sql: READ_OPENED, args })
      return new Set(rows.map(([key]) => String(key)))
    },

    async addOpenings(site, openings, audit) {
      const entries = openings.map(({ key, views, votes, source, date, estimate }) => {
        const counts = [votes['sangat-puas'], votes.puas, votes['cukup-puas'], votes['tidak-puas']]
        return [key, views, ...counts, source, date, Number(estimate)]
      })
      const args = [site, JSON.stringify(entries)]
      const rows = await database.write([
        { sql: ADD_KNOWN, args },
        { sql: ADD_OPENINGS, args },
        { sql: 'select changes()' },
        ...audited(audit),
        { sql: SORT_PAGES_ANEW, args },
      ])
      return Number(rows[2]?.[0]?.[0])
    },

    async removeOpenings(site, { source, date }, most, audit) {
      const rows = await database.write([
        { sql: REMOVE_OPENINGS, args: [site, source, date, most] },
        ...audited(audit),
        SORT_SITE_ANEW(site),
      ])
      return rows[0]?.length ?? 0
    },
  }
}
