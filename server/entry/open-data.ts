import { mkdir } from 'node:fs/promises'
import type { Config } from '../config.ts'
import { migrate, missingMigrations } from '../store/migrate.ts'
import { MIGRATIONS } from '../store/migrations.ts'
import { keepCopyBefore } from './backup/copy-before.ts'
import { databaseFile } from './backup/database-file.ts'
import { clearPassingFolders } from './backup/passing-folder.ts'
import { openThreadedDatabase, type ThreadedDatabase } from './threaded-database.ts'

const THREAD = new URL('./database-thread.js', import.meta.url)

interface OpenOptions {
  /** Told in a few words what was done to the database. */
  readonly say: (line: string) => void
  readonly onLost?: (reason: Error) => void
}

/**
 * Opens the database of a configuration and brings it up to date. One that was in use before
 * gets a verified copy first: `npm run operate -- rollback` returns to it.
 * @throws DatabaseOpenError, CopyError, NewerDatabaseError, MigrationError
 */
export async function openData(
  { dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>,
  { say, onLost }: OpenOptions,
): Promise<ThreadedDatabase> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const database = await openThreadedDatabase(databaseUrl, THREAD, onLost)
  try {
    const file = databaseFile(databaseUrl)
    if (file) await clearPassingFolders(file)
    const [missing, newer] = await missingMigrations(database, MIGRATIONS)
    const used = missing.length < Object.keys(MIGRATIONS).length
    if (file && used && missing[0] && newer.length === 0) {
      say(`copied before migrating: ${await keepCopyBefore(database, file, missing[0])}`)
    }
    for (const name of await migrate(database, MIGRATIONS, new Date().toISOString())) {
      say(`migrated: ${name}`)
    }
    return database
  } catch (reason) {
    await database.close()
    throw reason
  }
}
