import {
  openThreadedDatabase,
  type ThreadedDatabase,
} from '../../server/entry/threaded-database.ts'
import { migrate } from '../../server/store/migrate.ts'
import { MIGRATIONS } from '../../server/store/migrations.ts'

const THREAD = new URL('../../dist/node/database-thread.js', import.meta.url)

/** The server's own database thread on `file:…` or `:memory:`, with nothing in it yet. */
export function openDatabase(url: string): Promise<ThreadedDatabase> {
  return openThreadedDatabase(url, THREAD)
}

/** The same, with every table. */
export async function openMigrated(url: string): Promise<ThreadedDatabase> {
  const database = await openDatabase(url)
  await migrate(database, MIGRATIONS, '2026-01-01T00:00:00.000Z')
  return database
}
