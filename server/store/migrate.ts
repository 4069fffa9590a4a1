import type { Database } from './database.ts'
import { StorageError } from './store.ts'

/** File name of a migration, such as `20261124113616_first-tables.sql`, and its SQL. */
export type Migrations = Readonly<Record<string, string>>

/** Thrown when the database is of a newer release than this one. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError'
}

/** Thrown when a migration failed; the database is as it was. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

const BOOK = `
  create table if not exists migrations (name text primary key, applied_at text not null)
  strict, without rowid`
const ENTRY = 'insert into migrations (name, applied_at) values (?1, ?2)'

/**
 * Brings a database up to date: every migration that it lacks, oldest first, all in one
 * transaction together with their entries in the book, so that one which fails leaves no trace
 * of any. Two processes that migrate at once can't apply one twice.
 * @returns names of the migrations that were applied now
 * @throws NewerDatabaseError, MigrationError, StorageError
 */
export async function migrate(
  database: Database,
  migrations: Migrations,
  appliedAt: string,
): Promise<readonly string[]> {
  const [missing, [newer]] = await missingMigrations(database, migrations)
  if (newer) throw new NewerDatabaseError(`the database has ${newer}, which this release lacks`)
  if (missing.length === 0) return []
  try {
    await database.write([
      { sql: BOOK },
      ...missing.flatMap((name) => [
        ...(migrations[name] ?? '').split('--> statement-breakpoint').map((sql) => ({ sql })),
        { sql: ENTRY, args: [name, appliedAt] },
      ]),
    ])
  } catch (reason) {
    const [still] = await missingMigrations(database, migrations)
    // Another process was faster.
    if (still.length < missing.length) return migrate(database, migrations, appliedAt)
    if (reason instanceof StorageError) throw reason
    const why = reason instanceof Error ? reason.message : String(reason)
    throw new MigrationError(`${missing.join(', ')}: ${why}`, { cause: reason })
  }
  return missing
}

/**
 * Names of the migrations that a database lacks, oldest first, and of those that it has and
 * the program doesn't. Changes nothing.
 */
export async function missingMigrations(
  database: Pick<Database, 'read'>,
  migrations: Migrations,
): Promise<readonly [missing: readonly string[], newer: readonly string[]]> {
  const applied = await readBook(database)
  const missing = Object.keys(migrations).filter((name) => !applied.has(name))
  return [missing.sort(), [...applied].filter((name) => !Object.hasOwn(migrations, name)).sort()]
}

async function readBook(database: Pick<Database, 'read'>): Promise<ReadonlySet<string>> {
  const [begun] = await database.read({
    sql: "select 1 from sqlite_master where name = 'migrations'",
  })
  if (!begun) return new Set()
  const rows = await database.read({ sql: 'select name from migrations' })
  return new Set(rows.map(([name]) => String(name)))
}
