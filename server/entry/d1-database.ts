import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Database, Rows, SqlValue, Statement } from '../store/database.ts'
import { StorageError } from '../store/store.ts'

/** Codes that speak of a statement, hence of a bug, rather than of the database's health. */
const STATEMENT_CODE = /SQLITE_(ERROR|CONSTRAINT|MISMATCH|RANGE|TOOBIG)/

/** Cloudflare D1 as the store sees it. */
export function createD1Database(d1: D1Database): Database {
  const prepare = ({ sql, args = [] }: Statement): D1PreparedStatement =>
    d1.prepare(sql).bind(...args)

  return {
    write: (statements) =>
      orStorageError(async () => {
        const results = await d1.batch<Record<string, SqlValue>>(statements.map(prepare))
        return results.map(({ results: rows }): Rows => rows.map((row) => Object.values(row)))
      }),
    change: (statement) =>
      orStorageError(async () => {
        // What D1 says of a statement's changes includes those of its triggers.
        const results = await d1.batch<{ n: number }>([
          prepare(statement),
          d1.prepare('select changes() as n'),
        ])
        return results[1]?.results[0]?.n ?? 0
      }),
    read: (statement) =>
      orStorageError(async () => (await prepare(statement).raw()) as SqlValue[][]),
    close: () => Promise.resolve(),
  }
}

async function orStorageError<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (reason) {
    const message = reason instanceof Error ? reason.message : String(reason)
    throw STATEMENT_CODE.test(message) ? reason : new StorageError(message, { cause: reason })
  }
}
