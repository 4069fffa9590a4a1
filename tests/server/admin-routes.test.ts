import { afterAll } from 'vitest'
import { NODE_SCHEDULER } from '../../server/entry/node-scheduler.ts'
import { createSideBySide } from '../../server/guards/side-by-side.ts'
import type { Database } from '../../server/store/database.ts'
import { createExclusiveStore } from '../../server/store/exclusive-store.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import type { Store } from '../../server/store/store.ts'
import { describeAdminRoutes } from '../contract/admin-routes-contract.ts'
import type { OpenedRoutes } from '../contract/reader-routes-contract.ts'
import { openMigrated } from '../support/opened-database.ts'
import { openRoutes } from '../support/opened-routes.ts'

/** A new server for each test, all on one database, since a thread takes long to start. */
function inMemory(makeStore: (database: Database) => Store): () => Promise<OpenedRoutes> {
  let opening: Promise<Database> | undefined
  afterAll(async () => {
    await (await opening)?.close()
  })
  return async () => {
    opening ??= openMigrated(':memory:')
    return openRoutes(await opening, makeStore, createSideBySide(setImmediate))
  }
}

describeAdminRoutes(
  'Node with a database of its own',
  inMemory((database) => createExclusiveStore(database, NODE_SCHEDULER)),
)
describeAdminRoutes('Node with a database that others use too', inMemory(createSharedStore))
