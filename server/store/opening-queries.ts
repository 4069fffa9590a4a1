import { audited } from './audited.ts'
import type { Database } from './database.ts'
import { createImports } from './import-queries.ts'
import { balanceArgs, changesOpening } from './opening-change.ts'
import type { KeptOpening, Openings } from './openings.ts'
import { type Conditions, type WalkedList, walkPage } from './page-walk.ts'
import { SORT_ANEW, SORT_PAGES_ANEW, SORT_SITE_ANEW } from './report/sorting-statements.ts'

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

/** ?2: [[key, views, four counts, source, date, estimate], …], ?3: the import */
const ADD_OPENINGS = `
  insert into opening_balances
    (article, views, sangat_puas, puas, cukup_puas, tidak_puas, source, date, estimate, brought_by)
  select a.id, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5,
    j.value ->> 6, j.value ->> 7, j.value ->> 8, ?3
  from json_each(?2) j join articles a on a.site = ?1 and a.key = j.value ->> 0
  where true
  on conflict do nothing`

/** Says how many rows the statement before it changed; changes nothing where it changed none. */
const sum = (column: 'added' | 'removed') => `
  update imports set ${column} = ${column} + changes() where id = ?1 and changes() > 0`

const REMOVE_OPENINGS = `
  delete from opening_balances
  where article in (select article from opening_balances where brought_by = ?1 limit ?2)`

export function createOpenings(database: Database): Openings {
  return {
    ...createImports(database),

    async readOpening({ site, key }) {
      const one = listOf(site, [['a.key = ?', key]])
      const at: Conditions = [
        ['article = (select id from articles where site = ? and key = ?)', site, key],
      ]
      const page = { after: null, most: 1 }
      return (await walkPage(database, { ...one, within: at }, page)).entries[0] ?? null
    },

    readOpenings: (site, page) => walkPage(database, listOf(site), page),

    async changeOpening(article, thought, to, audit) {
      const { site, key } = article
      const known = [site, JSON.stringify([[key]])]
      const rows = await database.write([
        ...(to ? [{ sql: ADD_KNOWN, args: known }] : []),
        changesOpening(article, thought, to),
        ...audited(audit),
        { sql: SORT_ANEW, args: [site, key] },
      ])
      return rows.at(-2)?.[0]?.[0] === 1
    },

    async readOpened(site, keys) {
      const args = [site, JSON.stringify(keys.map((key) => [key]))]
      const rows = await database.read({ sql: READ_OPENED, args })
      return new Set(rows.map(([key]) => String(key)))
    },

    async addOpenings({ id, site }, openings, audit) {
      const entries = openings.map((opening) => [opening.key, ...balanceArgs(opening)])
      const args = [site, JSON.stringify(entries)]
      const rows = await database.write([
        { sql: ADD_KNOWN, args },
        { sql: ADD_OPENINGS, args: [...args, id] },
        { sql: 'select changes()' },
        { sql: sum('added'), args: [id] },
        ...audited(audit),
        { sql: SORT_PAGES_ANEW, args },
      ])
      return Number(rows[2]?.[0]?.[0])
    },

    async removeOpenings({ id, site }, most, audit) {
      const rows = await database.write([
        { sql: REMOVE_OPENINGS, args: [id, most] },
        { sql: 'select changes()' },
        { sql: sum('removed'), args: [id] },
        ...audited(audit),
        SORT_SITE_ANEW(site),
      ])
      return Number(rows[1]?.[0]?.[0])
    },
  }
}

type Row = readonly [
  ...[key: string, views: number, sangatPuas: number, puas: number, cukupPuas: number],
  ...[tidakPuas: number, source: string, date: string, estimate: number, broughtBy: number | null],
]

function listOf(site: string, picked: Conditions = []): WalkedList<Row, KeptOpening> {
  return {
    order: ['article'],
    direction: 'desc',
    source: 'select * from opening_balances',
    within: [],
    join: 'join articles a on a.id = c.article',
    columns: `a.key, c.views, c.sangat_puas, c.puas, c.cukup_puas, c.tidak_puas, c.source, c.date,
      c.estimate, c.brought_by`,
    where: [['a.site = ?', site], ...picked],
    entry: ([key, views, a, b, c, d, source, date, estimate, broughtBy]) => ({
      ...{ key, views, source, date, estimate: estimate === 1, broughtBy },
      votes: { 'sangat-puas': a, puas: b, 'cukup-puas': c, 'tidak-puas': d },
    }),
  }
}
