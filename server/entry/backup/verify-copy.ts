import { rm } from 'node:fs/promises'
import { createClient } from '@libsql/client'
import { differenceLine } from '../../domain/difference-line.ts'
import { type RecountResult, recount } from '../../domain/recount.ts'
import { checkSecret } from '../../domain/secret-check.ts'
import type { Database } from '../../store/database.ts'
import { missingMigrations } from '../../store/migrate.ts'
import { MIGRATIONS } from '../../store/migrations.ts'
import { createSharedStore } from '../../store/shared-store.ts'
import type { Store, SumDifference } from '../../store/store.ts'
import { createClientDatabase } from '../client-database.ts'
import { nodeMac } from '../node-mac.ts'
import type { Found } from './copy-job.ts'
import type { Manifest } from './manifest.ts'

/** The copy of a database is not good; the message has a line for each fault. */
class CopyFaultError extends Error {
  override name = 'CopyFaultError'
}

/** Most faults of a kind that are named. */
const MOST = 20

/** Nobody else waits for the copy. */
const ALONE = { rest: () => Promise.resolve(), stopping: new AbortController().signal }

/**
 * Looks at a database file that nobody else has open: SQLite's own checks, a recount of every sum,
 * and whether the secret is the one that its voters were made with. A file of another release is
 * not counted, since its tables may be others. A sealed day that is not as it was signed is told
 * and makes no copy a bad one: no command could put it right, and there would be no backup any more.
 * @param secret left out where there is none to hold against it
 * @throws CopyFaultError
 */
export async function verifyCopy(path: string, secret?: string): Promise<Found> {
  const database = createClientDatabase(createClient({ url: `file:${path}`, concurrency: 1 }))
  try {
    // Without it SQLite would put a file for sharing beside the copy.
    await database.read({ sql: 'PRAGMA locking_mode = EXCLUSIVE' })
    const store = createSharedStore(database)
    const broken = await integrityFaults(database)
    if (broken.length > 0) throw new CopyFaultError(broken.join('\n'))
    const { differences, signed } = await recounted(database, store)
    if (differences.length > 0) throw new CopyFaultError(sumFaults(differences))
    if (secret !== undefined) await checkSecret(store, nodeMac, Buffer.from(secret, 'utf8'))
    return {
      unlikeSigned: signed.length,
      migrations: await namesFrom(database, 'select name from migrations order by name'),
      rows: await rowsIn(database),
      bytes: await pagesIn(database),
    }
  } finally {
    await database.close()
    // Empty, and the driver leaves it.
    await rm(`${path}-wal`, { force: true })
  }
}

async function integrityFaults(database: Database): Promise<readonly string[]> {
  const answers = await namesFrom(database, `PRAGMA integrity_check(${MOST})`)
  const orphans = await namesFrom(database, 'PRAGMA foreign_key_check')
  return [
    ...answers.filter((answer) => answer !== 'ok'),
    ...orphans.slice(0, MOST).map((table) => `a row of ${table} belongs to nothing`),
  ]
}

async function recounted(
  database: Database,
  store: Store,
): Promise<Pick<RecountResult, 'differences' | 'signed'>> {
  const [missing, newer] = await missingMigrations(database, MIGRATIONS)
  const isOurs = missing.length + newer.length === 0
  return isOurs ? recount({ store, ...ALONE }) : { differences: [], signed: [] }
}

function sumFaults(differences: readonly SumDifference[]): string {
  const more = differences.length > MOST ? [`and ${differences.length - MOST} more`] : []
  const remedy = 'In the database itself npm run operate -- recount --fix puts them right.'
  return [...differences.slice(0, MOST).map(differenceLine), ...more, remedy].join('\n')
}

const TABLES = `
  select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`

async function rowsIn(database: Database): Promise<Manifest['rows']> {
  const rows: Record<string, number> = {}
  for (const table of await namesFrom(database, TABLES)) {
    const [counted] = await database.read({ sql: `select count(*) from "${table}"` })
    rows[table] = Number(counted?.[0])
  }
  return rows
}

async function pagesIn(database: Database): Promise<number> {
  const sql = 'select page_count * page_size from pragma_page_count, pragma_page_size'
  return Number((await database.read({ sql }))[0]?.[0])
}

async function namesFrom(database: Database, sql: string): Promise<readonly string[]> {
  return (await database.read({ sql })).map(([name]) => String(name))
}
