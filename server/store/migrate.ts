import type { Database } from './database.ts'

/** File name of a migration, such as `20261124113616_first-tables.sql`, and its SQL. */
export type Migrations = Readonly<Record<string, string>>

/** Thrown when the database is of a newer release than this one. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError'
}

const BOOK = `
  create table if not exists migrations (name text primary key, applied_at text not null)
  strict, without rowid`

/**
 * Brings a database up to date: every migration that it lacks, oldest first, each in a
 * transaction of its own together with its entry in the book, so that one which fails
 * leaves no trace. Two processes that migrate at once can't apply one twice.
 * @returns names of the migrations that were applied now
 */
export async function migrate(
  database: Database,
  migrations: Migrations,
  appliedAt: string,
): Promise<readonly string[]> {
  await database.write([{ sql: BOOK }])
  const applied = await readBook(database)
  const newer = [...applied].find((name) => !(name in migrations))
  if (newer) throw new NewerDatabaseError(`the database has ${newer}, which this release lacks`)

  const missing = Object.keys(migrations)
    .filter((name) => !applied.has(name))
    .sort()
  for (const name of missing) {
    const statements = (migrations[name] ?? '').split('--> statement-breakpoint')
    const entry = 'insert into migrations (name, applied_at) values (?1, ?2)'
    try {
      await database.write([
        ...statements.map((sql) => ({ sql })),
        { sql: entry, args: [name, appliedAt] },
      ])
    } catch (reason) {
      const doneByAnother = (await readBook(database)).has(name)
      if (!doneByAnother) throw reason
    }
  }
  return missing
}

async function readBook(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.read({ sql: 'select name from migrations' })
  return new Set(rows.map(([name]) => String(name)))
}
