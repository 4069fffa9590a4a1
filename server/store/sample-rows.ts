import type { Database } from './database.ts'

/** An article's day that is sealed: `[article, day, views, …counts by choice]`. */
export type SealedDay = readonly [number, string, number, ...number[]]
/** `[article, day, views]` */
export type DayOfViews = readonly [number, string, number]
/** `[article, voter, choice, day, standing, reason]` */
export type SampleVote = readonly [number, string, string, string, string, string | null]

export interface SampleRows {
  readonly sealed: readonly SealedDay[]
  readonly views: readonly DayOfViews[]
  readonly votes: readonly SampleVote[]
}

const counts = 'sangat_puas, puas, cukup_puas, tidak_puas'
const values = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `value ->> ${from + i}`).join(', ')

const ADD_ARTICLES = `
  insert into articles (site, key, title, verified)
  select ?1, value ->> 0, value ->> 1, 1 from json_each(?2) where true on conflict do nothing`

const READ_IDS = `
  select a.id from json_each(?2) j join articles a on a.site = ?1 and a.key = j.value ->> 0
  order by j.key`

const ADD_SEALED = `
  insert into tallies (article, day, views, ${counts}) select ${values(0, 7)} from json_each(?1)`

const ADD_FOLDED = `
  insert into folded (article, day, standing, reason, ${counts})
  select ${values(0, 2)}, 'counted', '', ${values(3, 7)} from json_each(?1)
  where (value ->> 3) + (value ->> 4) + (value ->> 5) + (value ->> 6) > 0`

const ADD_VOTES = `
  insert into votes (article, voter, turn, choice, day, standing, reason)
  select value ->> 0, unhex(value ->> 1), 1, ${values(2, 6)} from json_each(?1)`

const ADD_VIEWS = `
  insert into tallies (article, day, views) select ${values(0, 3)} from json_each(?1) where true
  on conflict (article, day) do update set views = views + excluded.views`

/**
 * Adds verified articles of a site.
 * @param articles key and title of each
 * @returns their ids, in the same order
 */
export async function addSampleArticles(
  database: Database,
  site: string,
  articles: readonly (readonly [key: string, title: string])[],
): Promise<readonly number[]> {
  const args = [site, JSON.stringify(articles)]
  const rows = await database.write([
    { sql: ADD_ARTICLES, args },
    { sql: READ_IDS, args },
  ])
  return (rows[1] ?? []).map(([id]) => Number(id))
}

/** Adds what articles gathered, as if readers had come: sealed days as sums, later ones as votes. */
export async function addSampleRows(database: Database, rows: SampleRows): Promise<void> {
  const [sealed, votes, views] = [rows.sealed, rows.votes, rows.views].map((part) =>
    JSON.stringify(part),
  )
  await database.write([
    { sql: ADD_SEALED, args: [sealed ?? ''] },
    { sql: ADD_FOLDED, args: [sealed ?? ''] },
    { sql: ADD_VOTES, args: [votes ?? ''] },
    { sql: ADD_VIEWS, args: [views ?? ''] },
  ])
}

/** Lets everything of a site be summed anew, which takes a while. */
export async function sumAnew(database: Database, site: string): Promise<void> {
  const sql = "update summaries set through = '', sorted = 0 where site = ?1"
  await database.write([{ sql, args: [site] }])
}

/** Removes the offices whose key begins so; what else belongs to one belongs to none then. */
export async function removeOffices(database: Database, prefix: string): Promise<void> {
  const begins = (column: string) => `substr(${column}, 1, length(?1)) = ?1`
  const freed = ['sites', 'sections', 'articles'].map((table) => {
    return `update ${table} set office = null where ${begins('office')}`
  })
  const raised = `update offices set parent = null where ${begins('parent')}`
  const removed = `delete from offices where ${begins('key')}`
  await database.write([...freed, raised, removed].map((sql) => ({ sql, args: [prefix] })))
}
