import { expect } from 'vitest'
import { createApp } from '../../server/app.ts'
import { createBurstWatch } from '../../server/domain/burst/burst-watch.ts'
import { LOOPBACK_NETWORKS } from '../../server/domain/client/trusted-proxies.ts'
import { createMemoryGuard, type MemoryGuard } from '../../server/domain/guard/memory-guard.ts'
import { createRules } from '../../server/domain/rules.ts'
import { DEMO_FILES } from '../../server/entry/demo-files.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'
import { nodeSha256 } from '../../server/entry/node-sha256.ts'
import { READER_FILES } from '../../server/entry/reader-files.ts'
import { signingOf } from '../../server/entry/signing.ts'
import { createAttempts } from '../../server/guards/attempts.ts'
import { createClientOf } from '../../server/guards/client.ts'
import type { SideBySide } from '../../server/guards/side-by-side.ts'
import { adminRoutes } from '../../server/routes/admin/admin.ts'
import type { Database } from '../../server/store/database.ts'
import type { Store } from '../../server/store/store.ts'
import type { OpenedRoutes } from '../contract/reader-routes-contract.ts'

/** Under which every server of the tests knows its voters. */
export const TESTS_SECRET = new TextEncoder().encode(
  'a secret for tests only, 32 characters or more',
)

const BACKUP_FAILURE = { time: '2026-02-28T00:00:00Z', message: 'there is no room' }

/** The whole server on a database, which stays open for the next one. */
export function openRoutes(
  database: Database,
  makeStore: (database: Database) => Store,
  sideBySide: SideBySide,
): OpenedRoutes & { readonly guard: MemoryGuard } {
  let calls = 0
  const store = makeStore({
    write(statements) {
      calls += 1
      return database.write(statements)
    },
    change(statement) {
      calls += 1
      return database.change(statement)
    },
    read(statement) {
      calls += 1
      return database.read(statement)
    },
    close: () => Promise.resolve(),
  })
  const watch = createBurstWatch()
  const guard = createMemoryGuard(nodeMac, nodeRandom, watch)
  const clock = { now: Date.UTC(2026, 2, 1, 5) }
  const faults: unknown[] = []
  const onFault = (fault: unknown) => faults.push(fault)
  const ground = {
    store,
    clock: () => clock.now,
    random: nodeRandom,
    mac: nodeMac,
    sha256: nodeSha256,
    guard,
    watch,
    readBackupFailure: () => Promise.resolve(BACKUP_FAILURE),
    secret: TESTS_SECRET,
    trustedProxies: LOOPBACK_NETWORKS,
    warn: () => undefined,
    keepGoing: () => undefined,
  }
  const peerOf = () => '127.0.0.1'
  const way = {
    peerOf,
    encrypted: ({ req }: { readonly req: { readonly url: string } }) =>
      req.url.startsWith('https:'),
  }
  const app = createApp({
    ...ground,
    ...way,
    chainKey: () => signingOf(TESTS_SECRET).notary.publicKey,
    readerFiles: READER_FILES,
    demo: DEMO_FILES,
    sideBySide,
    onFault,
  })
  return {
    fetch: async (request) => app.fetch(request),
    store,
    guard,
    watch,
    clock,
    query: (sql) => database.read({ sql }),
    statements: () => calls,
    adminRoutes() {
      const attempts = createAttempts(nodeMac, nodeRandom, ground.clock)
      const rules = createRules(ground)
      const clientOf = createClientOf(peerOf, rules)
      return adminRoutes({ rules, way: { ...way, clientOf }, attempts, onFault }).routes
    },
    async close() {
      await store.close()
      expect(faults).toEqual([])
    },
  }
}
