import { expect } from 'vitest'
import { createApp } from '../../server/app.ts'
import { LOOPBACK_NETWORKS } from '../../server/domain/trusted-proxies.ts'
import { DEMO_FILES } from '../../server/entry/demo-files.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'
import { READER_FILES } from '../../server/entry/reader-files.ts'
import type { SideBySide } from '../../server/guards/side-by-side.ts'
import type { Database } from '../../server/store/database.ts'
import type { Store } from '../../server/store/store.ts'
import type { OpenedRoutes } from '../contract/reader-routes-contract.ts'

const SECRET = new TextEncoder().encode('a secret for tests only, 32 characters or more')

/** The whole server on a database, which stays open for the next one. */
export function openRoutes(
  database: Database,
  makeStore: (database: Database) => Store,
  sideBySide: SideBySide,
): OpenedRoutes {
  let calls = 0
  const store = makeStore({
    write(statements) {
      calls += 1
      return database.write(statements)
    },
    read(statement) {
      calls += 1
      return database.read(statement)
    },
    close: () => Promise.resolve(),
  })
  const clock = { now: Date.UTC(2026, 2, 1, 5) }
  const faults: unknown[] = []
  const app = createApp({
    store,
    clock: () => clock.now,
    random: nodeRandom,
    mac: nodeMac,
    secret: SECRET,
    keepGoing: () => undefined,
    readerFiles: READER_FILES,
    demo: DEMO_FILES,
    sideBySide,
    warn: () => undefined,
    peerOf: () => '127.0.0.1',
    trustedProxies: LOOPBACK_NETWORKS,
    onFault: (fault) => faults.push(fault),
  })
  return {
    fetch: async (request) => app.fetch(request),
    store,
    clock,
    query: (sql) => database.read({ sql }),
    statements: () => calls,
    async close() {
      await store.close()
      expect(faults).toEqual([])
    },
  }
}
