import type { Database, SqlValue } from '../database.ts'
import type { Sorting } from './sorting.ts'

const BEGIN = `
  insert into summaries (site)
  select key from sites where key not in (select site from summaries)`

/** Where articles were removed, their ids may come again. */
const GO_BACK = `
  update summaries set sorted = 0 where sorted > (select coalesce(max(id), 0) from articles)`

const READ = 'select site, through, sorted from summaries order by site'

/**
 * In the order of their ids: the index that a site's articles have is in that of their keys, and all of
 * them would be sorted for each piece. As one JSON array, since a row made by the driver costs more.
 */
const UNSORTED = `
  select json_group_array(json_array(a.id, coalesce(t.key, a.key), coalesce(t.verified, a.verified),
    coalesce(iif(t.id is null, a.office, t.office), ''), u.prefix, u.office) order by a.id)
  from (
    select id, key, verified, office, unit from articles
    where id > ?2 and +site = ?1 order by id limit ?3
  ) a
  left join aliases l on l.article = a.id
  left join articles t on t.id = l.target
  left join units u on u.id = a.unit`

/** ?1 site, ?2 [[prefix, name], …] */
const ADD_FOUND = `
  insert into sections (site, prefix, name, found)
  select ?1, value ->> 0, value ->> 1, 1 from json_each(?2) where true on conflict do nothing`

/** ?1 site, ?2 [[id, prefix, office], …], here and below. */
const ADD_UNITS = `
  insert into units (site, prefix, office)
  select distinct ?1, value ->> 1, value ->> 2 from json_each(?2) where true
  on conflict do nothing`

const MARK_DAYS = `
  insert into stale_days (site, day)
  select distinct ?1, t.day from json_each(?2) j join tallies t on t.article = j.value ->> 0
  where t.day <= (select through from summaries where site = ?1)
  on conflict (site, day) do update set claim = null`

const MARK_ARTICLES = `
  insert into stale_articles (article) select value ->> 0 from json_each(?1) where true
  on conflict (article) do update set claim = null`

const PLACE = `
  update articles set unit = u.id
  from json_each(?2) j join units u
    on u.site = ?1 and u.prefix = j.value ->> 1 and u.office = j.value ->> 2
  where articles.id = j.value ->> 0`

const SORTED = 'update summaries set sorted = ?3 where site = ?1 and sorted = ?2'

export function createSorting(database: Database): Sorting {
  return {
    async readSummaries() {
      const rows = await database.write([{ sql: BEGIN }, { sql: GO_BACK }, { sql: READ }])
      return (rows[2] ?? []).map(([site, through, sorted]) => {
        return { site: String(site), through: String(through), sorted: Number(sorted) }
      })
    },

    async readUnsorted(site, after, most) {
      const [row] = await database.read({ sql: UNSORTED, args: [site, after, most] })
      return (JSON.parse(String(row?.[0])) as SqlValue[][]).map(
        ([id, key, verified, office, prefix, unitOffice]) => ({
          id: Number(id),
          key: String(key),
          verified: verified === 1,
          office: String(office),
          unit: prefix === null ? null : { prefix: String(prefix), office: String(unitOffice) },
        }),
      )
    },

    async placeArticles(site, placed, found, { before, after }) {
      const places = placed.map(({ id, unit }) => [id, unit.prefix, unit.office])
      const args = [site, JSON.stringify(places)]
      const sections = found.map(({ prefix, name }) => [prefix, name])
      await database.write([
        { sql: ADD_FOUND, args: [site, JSON.stringify(sections)] },
        ...[ADD_UNITS, MARK_DAYS].map((sql) => ({ sql, args })),
        { sql: MARK_ARTICLES, args: args.slice(1) },
        { sql: PLACE, args },
        { sql: SORTED, args: [site, before, after] },
      ])
    },
  }
}
