import { expect, onTestFinished, vi } from 'vitest'
import { dashboardRoutes } from '../../server/dashboard/dashboard.ts'
import { createBurstWatch } from '../../server/domain/burst/burst-watch.ts'
import { LOOPBACK_NETWORKS } from '../../server/domain/client/trusted-proxies.ts'
import { createMemoryGuard } from '../../server/domain/guard/memory-guard.ts'
import { createRules } from '../../server/domain/rules.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'
import { nodeSha256 } from '../../server/entry/node-sha256.ts'
import { readSheets } from '../../server/entry/read-sheets.ts'
import { createClientOf } from '../../server/guards/client.ts'
import { createThrottle } from '../../server/guards/throttle.ts'
import { openedAccounts, secret } from './opened-accounts.ts'

/** What a browser reaches the dashboard of the tests by. */
export const DASHBOARD = 'https://tanggapan.example'

/**
 * The dashboard on a database of its own with two districts: the site `bojonegoro` of the office
 * `dinkominfo` below `kabupaten`, and the site `tuban` of the office `tuban`.
 * @param most what may go wrong before somebody has to wait
 */
export async function openedDashboard(most = 1000) {
  const { database, store, accounts, passwordHash } = await openedAccounts()
  await addPlaces(store, database)
  const watch = createBurstWatch()
  let ahead = 0
  const rules = createRules({
    ...{
      store,
      clock: () => Date.now() + ahead,
      random: nodeRandom,
      mac: nodeMac,
      sha256: nodeSha256,
      watch,
    },
    ...{ guard: createMemoryGuard(nodeMac, nodeRandom, watch), secret },
    ...{ readBackupFailure: () => Promise.resolve(null), trustedProxies: LOOPBACK_NETWORKS },
    ...{ warn: () => undefined, keepGoing: () => undefined },
  })
  const peerOf = () => '203.0.113.7'
  const faults: unknown[] = []
  onTestFinished(() => expect(faults).toEqual([]))
  const throttle = () => createThrottle(nodeMac, nodeRandom, Date.now, most)
  const learnt: string[] = []
  const stopping = new AbortController()
  const waiting: (() => void)[] = []
  onTestFinished(() => stopping.abort())
  const routes = dashboardRoutes({
    ...{ rules, accounts, hashPassword: passwordHash.hash },
    readBackup: async () => ({ good: { time: '2026-03-01T02:00:00Z' } }),
    ...{ sendsMail: true, readSheets, pause: () => Promise.resolve() },
    live: { after: (_, run) => void waiting.push(run), stopping: stopping.signal },
    script: { version: '1.2.3', integrity: 'sha384-abc' },
    publicAddress: { get: () => learnt[0], learn: async (origin) => void learnt.push(origin) },
    throttles: { address: throttle(), email: throttle(), pair: throttle() },
    way: {
      peerOf,
      encrypted: ({ req }) => req.url.startsWith('https:'),
      clientOf: createClientOf(peerOf, rules),
    },
    onFault: (fault) => void faults.push(fault),
  })
  return {
    database,
    store,
    rules,
    passwordHash,
    stopping,
    /** Lets time pass for the figures that somebody watches, once they wait for it. */
    async pass(milliseconds: number) {
      await vi.waitFor(() => expect(waiting).not.toEqual([]))
      ahead += milliseconds
      for (const run of waiting.splice(0)) run()
    },
    fetch: (request: Request) => routes.fetch(request),
  }
}

type Opened = Awaited<ReturnType<typeof openedAccounts>>

async function addPlaces(store: Opened['store'], database: Opened['database']): Promise<void> {
  const common = { timeZone: 'Asia/Jakarta', settings: {}, loopback: false, intranet: false }
  for (const key of ['bojonegoro', 'tuban']) {
    const origin = { origin: `https://${key}.example`, role: 'primary' } as const
    await store.addSite({ ...common, key, name: `Situs ${key}`, addedAt: 0, origins: [origin] })
  }
  await database.write([
    {
      sql: `insert into offices (key, name) values ('kabupaten', 'Kabupaten'), ('tuban', 'Tuban')`,
    },
    { sql: `insert into offices values ('dinkominfo', 'Dinas Kominfo', 'kabupaten')` },
    { sql: `update sites set office = 'dinkominfo' where key = 'bojonegoro'` },
    { sql: `update sites set office = 'tuban' where key = 'tuban'` },
  ])
}
