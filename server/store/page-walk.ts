import type { Database, Rows, Statement } from './database.ts'
import type { Page, PageAsked, Position } from './moderation-reads.ts'

/** Rows looked at in one statement, so that it takes a few milliseconds. */
const ROWS_AT_ONCE = 500
/** Statements for one page: where much is looked at and little found, it ends early. */
const MOST_STATEMENTS = 50

/** What narrows a list: conditions, each with the values for its `?`. */
export type Conditions = readonly (readonly [sql: string, ...values: (string | number)[]])[]

/** A list in an order that an index has, and how its rows are told. */
export interface WalkedList<Row, Entry> {
  /** Columns that order the list and tell every row from the others. */
  readonly order: readonly string[]
  /** How many of them, the first ones, `within` sets to one value each. */
  readonly fixed?: number
  readonly direction: 'asc' | 'desc'
  /** Rows looked at in one statement, where little is made of each. */
  readonly atOnce?: number
  /** `select … from …`: the order's columns and what else is needed of one table. */
  readonly source: string
  /** Conditions on that table, for which its index is used. */
  readonly within: Conditions
  /** Joins the rows, `c`, to what is told of them. */
  readonly join?: string
  /** What is told of a row, as columns. */
  readonly columns: string
  /** Picks among what was looked at. */
  readonly where: Conditions
  /** Makes an entry of those columns. */
  readonly entry: (row: Row) => Entry
}

/** Reads one page of a list, piece by piece. */
export async function walkPage<Row, Entry>(
  database: Database,
  list: WalkedList<Row, Entry>,
  { after, most }: PageAsked,
): Promise<Page<Entry>> {
  const { atOnce = ROWS_AT_ONCE } = list
  const entries: Entry[] = []
  let last = after
  for (let i = 0; i < MOST_STATEMENTS; i++) {
    const wanted = most - entries.length
    // One more than wanted: it tells whether there is another page.
    const rows = await database.read(pieceOf(list, last, wanted + 1))
    const [found, looked, end] = pieceFrom<Row>(rows)
    for (const [, row] of found.slice(0, wanted)) entries.push(list.entry(row))
    if (found.length > wanted) return { entries, next: found[wanted - 1]?.[0] ?? last }
    if (looked < atOnce) return { entries, next: null }
    last = end
  }
  return { entries, next: last }
}

type Piece<Row> = [
  found: (readonly [at: Position, row: Row])[],
  looked: number,
  end: Position | null,
]

function pieceFrom<Row>(rows: Rows): Piece<Row> {
  const [found, looked, end] = rows[0] ?? []
  return [JSON.parse(String(found)), Number(looked), JSON.parse(String(end))]
}

function pieceOf<Row, Entry>(
  list: WalkedList<Row, Entry>,
  after: Position | null,
  most: number,
): Statement {
  const { order, fixed = 0, direction, source, within, join = '', columns, where } = list
  const { atOnce = ROWS_AT_ONCE } = list
  const ordered = (as: string) => order.map((column) => `${column} ${as}`).join(', ')
  const position = `json_array(${order.map((name) => told(`c.${name}`)).join(', ')})`
  const free = order.slice(fixed)
  const beyond = `(${free.join(', ')}) ${direction === 'asc' ? '>' : '<'} (${free.map(taken).join(', ')})`
  const inner = [...within.map(([sql]) => sql), ...(after ? [beyond] : [])]
  const sql = `
    with c as materialized (
      ${source} ${whereAll(inner)} order by ${ordered(direction)} limit ${atOnce}
    )
    select
      (select json_group_array(json(line)) from (
        select json_array(${position}, json_array(${columns})) as line
        from c ${join} ${whereAll(where.map(([sql]) => sql))}
        order by ${order.map((name) => `c.${name} ${direction}`).join(', ')} limit ${most}
      )),
      (select count(*) from c),
      (select ${position} from c order by ${ordered(direction === 'asc' ? 'desc' : 'asc')} limit 1)`
  return { sql, args: [...valuesOf(within), ...(after ?? []).slice(fixed), ...valuesOf(where)] }
}

function valuesOf(conditions: Conditions): (string | number)[] {
  return conditions.flatMap(([, ...values]) => values)
}

function whereAll(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`
}

/** JSON holds no bytes: a voter goes there and back as digits. */
function told(column: string): string {
  return column.endsWith('voter') ? `lower(hex(${column}))` : column
}

function taken(column: string): string {
  return column === 'voter' ? 'unhex(?)' : '?'
}
