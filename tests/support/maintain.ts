import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { runMaintenance } from '../../server/domain/maintenance.ts'
import { createClientDatabase } from '../../server/entry/client-database.ts'
import { signingOf } from '../../server/entry/signing.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import { secretOf } from './secret-of.ts'

/*
 * `maintain.ts DATA_DIR INSTANT`: what a server does each hour, on the folder of a stopped one and as
 * of an instant in milliseconds since 1970. What can't be undone waits for a second run that agrees
 * on the time, an hour later.
 */

const HOUR = 3_600_000

const [dataDir = '', instant] = process.argv.slice(2)
const url = `file:${join(dataDir, 'tanggapan.db')}`
const database = createClientDatabase(createClient({ url, concurrency: 1 }))
// As in the server: what is acknowledged is on the disk.
await database.read({ sql: 'PRAGMA synchronous = FULL' })
const ground = {
  ...signingOf(secretOf(dataDir)),
  store: createSharedStore(database),
  rest: () => Promise.resolve(),
  stopping: new AbortController().signal,
  mostSteps: Number.MAX_SAFE_INTEGER,
}
console.log('begun')
for (const now of [Number(instant), Number(instant) + HOUR]) {
  console.log(JSON.stringify(await runMaintenance(ground, now)))
}
await database.close()
