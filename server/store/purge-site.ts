import type { Database, Statement } from './database.ts'

/** Rows that a site has in each table that has any. */
export type SiteRows = Readonly<Record<string, number>>

const IN_ARTICLES = 'article in (select id from articles where site = ?1)'

/** Every table whose rows belong to an article or to a site, by their foreign keys. */
const BELONGING = `
  select m.name, f."table" from sqlite_master m, pragma_foreign_key_list(m.name) f
  where m.type = 'table' and f."table" in ('articles', 'sites') order by m.name`

/** The demo's site is not made again once it was removed. */
const FORGO = `
  insert into instance (name, value) select 'demo', 'purged' where ?1 = ?2
  on conflict (name) do update set value = excluded.value`

const ADD_AUDIT = `
  insert into audit (at, actor, action, site, votes, note)
  values (?1, 'operator', 'purge', ?2, ?3, ?4)`

/** A table of the site's rows, and which of them are the site's. */
interface Part {
  readonly table: string
  readonly own: string
}

/** How many rows a site has, by table; none where there is no such site. */
export async function readSiteRows(database: Database, site: string): Promise<SiteRows> {
  const rows: Record<string, number> = {}
  for (const { table, own } of await partsOf(database)) {
    const sql = `select count(*) from "${table}" where ${own}`
    const count = Number((await database.read({ sql, args: [site] }))[0]?.[0])
    if (count > 0) rows[table] = count
  }
  return rows
}

/**
 * Removes a site with all that belongs to it, and says so in the audit log, in one transaction.
 * What the audit log says of the site stays. For a database that nothing in memory stands for.
 * @param demo key of the demo's site
 * @param at seconds since 1970
 */
export async function purgeSite(
  database: Database,
  site: string,
  demo: string,
  at: number,
): Promise<SiteRows> {
  const rows = await readSiteRows(database, site)
  const note = Object.entries(rows)
    .map(([table, count]) => `${table} ${count}`)
    .join(', ')
  // Freed pages are written over, in the file as well.
  await database.read({ sql: 'PRAGMA secure_delete = ON' })
  const deletions = (await partsOf(database)).map(({ table, own }): Statement => {
    return { sql: `delete from "${table}" where ${own}`, args: [site] }
  })
  await database.write([
    ...deletions,
    { sql: FORGO, args: [site, demo] },
    { sql: ADD_AUDIT, args: [at, site, rows['votes'] ?? 0, note] },
  ])
  return rows
}

/** What refers to articles, then what refers to the site, articles among it, then the site. */
async function partsOf(database: Database): Promise<readonly Part[]> {
  const belonging = (await database.read({ sql: BELONGING })).map(([table, to]) => [
    String(table),
    String(to),
  ])
  const tables = (to: string) => [
    ...new Set(belonging.flatMap(([table = '', parent]) => (parent === to ? [table] : []))),
  ]
  const ofSite = tables('sites').filter((table) => table !== 'articles')
  return [
    ...tables('articles').map((table) => ({ table, own: IN_ARTICLES })),
    ...[...ofSite, 'articles'].map((table) => ({ table, own: 'site = ?1' })),
    { table: 'sites', own: 'key = ?1' },
  ]
}
