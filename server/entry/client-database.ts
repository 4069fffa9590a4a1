import type { Client } from '@libsql/client'
import type { Database, Rows, SqlValue } from '../store/database.ts'

/** A libSQL client in this thread as the store sees it, for a file that nobody else has open. */
export function createClientDatabase(client: Client): Database {
  const rowsOf = ({ rows }: { rows: readonly unknown[] }): Rows =>
    rows.map((row) => Array.from(row as ArrayLike<SqlValue>))
  return {
    async write(statements) {
      const calls = statements.map(({ sql, args }) => ({ sql, args: [...(args ?? [])] }))
      return (await client.batch(calls, 'write')).map(rowsOf)
    },
    change: async ({ sql, args }) =>
      (await client.execute({ sql, args: [...(args ?? [])] })).rowsAffected,
    read: async ({ sql, args }) => rowsOf(await client.execute({ sql, args: [...(args ?? [])] })),
    close: async () => client.close(),
  }
}
