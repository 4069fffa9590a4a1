import { MOST_ROWS, SheetError, type SheetRow } from './sheet.ts'
import { createSqlCursor, type SqlCursor } from './sql-cursor.ts'
import {
  keptColumns,
  USUAL_COLUMNS,
  type WordPressTable,
  wordPressTable,
} from './word-press-tables.ts'

/** A row of one of WordPress' tables, by the names of its columns; null where others may have their turn. */
export type DumpRow = {
  readonly table: WordPressTable
  /** What stands before the table's own name, such as `wp_`. */
  readonly prefix: string
  readonly row: SheetRow
} | null

/**
 * Reads the rows of WordPress' tables out of what mysqldump or phpMyAdmin wrote: only `INSERT`s of these tables are
 * looked at, as text, and of their columns only those that are needed; no address of a reader is kept.
 * @throws SheetError
 */
export function* readDump(text: string): Generator<DumpRow> {
  const cursor = createSqlCursor(text)
  const columns = new Map<string, readonly string[]>()
  let rows = 0
  for (cursor.blanks(); !cursor.atEnd(); cursor.blanks()) {
    if (cursor.take('CREATE TABLE')) {
      cursor.take('IF NOT EXISTS')
      columns.set(cursor.name(), columnsOf(cursor))
    } else if (isInsert(cursor)) {
      for (const row of insertedBy(cursor, columns)) {
        rows += row === null ? 0 : 1
        if (rows > MOST_ROWS) throw new SheetError('rows')
        yield row
      }
    }
    cursor.pass(';')
    yield null
  }
}

function isInsert(cursor: SqlCursor): boolean {
  if (!cursor.take('INSERT') && !cursor.take('REPLACE')) return false
  for (const word of ['LOW_PRIORITY', 'DELAYED', 'HIGH_PRIORITY', 'IGNORE']) cursor.take(word)
  return cursor.take('INTO')
}

/** Names of the columns that a table is made of; what is no column begins with no backtick. */
function columnsOf(cursor: SqlCursor): readonly string[] {
  const names: string[] = []
  if (!cursor.sign('(')) return names
  for (;;) {
    cursor.blanks()
    const keyword = ['PRIMARY', 'UNIQUE', 'KEY', 'INDEX', 'FULLTEXT', 'CONSTRAINT', 'CHECK']
    if (!keyword.some((word) => cursor.take(word))) names.push(cursor.name())
    if (cursor.pass(',);') !== ',') return names
  }
}

function* insertedBy(
  cursor: SqlCursor,
  columns: ReadonlyMap<string, readonly string[]>,
): Generator<DumpRow> {
  const name = cursor.name()
  const found = wordPressTable(name)
  if (!found) return
  const { table, prefix } = found
  const listed = cursor.sign('(') ? list(cursor, () => cursor.name()) : undefined
  const names = listed ?? columns.get(name) ?? USUAL_COLUMNS[table]
  if (!cursor.take('VALUES') && !cursor.take('VALUE')) return
  const kept = keptColumns(table)
  const places = kept.map((column) => [column, names.indexOf(column)] as const)
  do {
    if (!cursor.sign('(')) cursor.fail()
    const values = list(cursor, () => cursor.value())
    if (values.length !== names.length) throw new SheetError('columns', name)
    const row = Object.fromEntries(places.map(([column, i]) => [column, values[i] ?? '']))
    yield wanted(table, row) ? { table, prefix, row } : null
  } while (cursor.sign(','))
}

/** What stands between brackets, the first of which was taken. */
function list(cursor: SqlCursor, read: () => string): readonly string[] {
  const values = [read()]
  while (cursor.sign(',')) values.push(read())
  if (!cursor.sign(')')) cursor.fail()
  return values
}

/** Of what is noted of posts, most is about something else. */
function wanted(table: WordPressTable, row: SheetRow): boolean {
  if (table === 'postmeta')
    return row['meta_key'] === 'views' || /^ratings_/.test(row['meta_key'] ?? '')
  return table !== 'posts' || row['post_type'] !== 'revision'
}
