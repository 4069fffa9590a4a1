import type { Database } from './database.ts'
import type { Import, ImportKind, Openings } from './openings.ts'
import { type Conditions, type WalkedList, walkPage } from './page-walk.ts'

const ADD = `
  insert into imports (site, source, date, estimate, kind, file, at, planned)
  values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) returning id`

/** The tables that were brought in, apart from what they brought. */
export function createImports(
  database: Database,
): Pick<Openings, 'addImport' | 'readImport' | 'readImports'> {
  return {
    async addImport({ site, source, date, estimate, kind, file, at, planned }) {
      const args = [site, source, date, Number(estimate), kind, file, at, planned]
      const [rows] = await database.write([{ sql: ADD, args }])
      return Number(rows?.[0]?.[0])
    },

    async readImport(site, id) {
      const one = listOf(site, [['id = ?', id]])
      return (await walkPage(database, one, { after: null, most: 1 })).entries[0] ?? null
    },

    readImports: (site, page) => walkPage(database, listOf(site), page),
  }
}

type Row = readonly [
  ...[id: number, site: string, source: string, date: string, estimate: number],
  ...[kind: ImportKind, file: string, at: number, planned: number, added: number, removed: number],
]

function listOf(site: string, picked: Conditions = []): WalkedList<Row, Import> {
  return {
    order: ['site', 'id'],
    fixed: 1,
    direction: 'desc',
    source: 'select * from imports',
    within: [['site = ?', site], ...picked],
    columns: `c.id, c.site, c.source, c.date, c.estimate, c.kind, c.file, c.at, c.planned, c.added,
      c.removed`,
    where: [],
    entry: ([id, of, source, date, estimate, kind, file, at, planned, added, removed]) => ({
      ...{ id, site: of, source, date, estimate: estimate === 1, kind, file, at },
      ...{ planned, added, removed },
    }),
  }
}
