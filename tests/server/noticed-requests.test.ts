import { expect, onTestFinished, test } from 'vitest'
import { createBurstWatch } from '../../server/domain/burst/burst-watch.ts'
import { LOOPBACK_NETWORKS } from '../../server/domain/client/trusted-proxies.ts'
import { createMemoryGuard } from '../../server/domain/guard/memory-guard.ts'
import { createRules } from '../../server/domain/rules.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'
import { nodeSha256 } from '../../server/entry/node-sha256.ts'
import { createClientOf } from '../../server/guards/client.ts'
import { readerRoutes } from '../../server/routes/reader.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import { openMigrated } from '../support/opened-database.ts'
import { TESTS_SECRET } from '../support/opened-routes.ts'
import { writeRequest } from '../support/write-request.ts'

/** The readers' routes of a server with two sites, and what it notices. */
async function open() {
  const database = await openMigrated(':memory:')
  onTestFinished(() => database.close())
  const store = createSharedStore(database)
  for (const key of ['desa', 'kota']) {
    await store.addSite({
      key,
      name: key,
      timeZone: 'Asia/Jakarta',
      settings: {},
      loopback: false,
      intranet: false,
      addedAt: 0,
      origins: [{ origin: `https://${key}.example`, role: 'primary' }],
    })
  }
  const watch = createBurstWatch()
  const rules = createRules({
    store,
    clock: () => Date.UTC(2026, 2, 1, 5),
    random: nodeRandom,
    mac: nodeMac,
    sha256: nodeSha256,
    guard: createMemoryGuard(nodeMac, nodeRandom, watch),
    watch,
    readBackupFailure: () => Promise.resolve(null),
    secret: TESTS_SECRET,
    trustedProxies: LOOPBACK_NETWORKS,
    warn: () => undefined,
    keepGoing: () => undefined,
  })
  const peerOf = () => '127.0.0.1'
  const routes = readerRoutes(rules, () => Promise.resolve(), createClientOf(peerOf, rules))

  async function view(origin: string, body: Record<string, unknown>): Promise<number> {
    const path = '/v1/views'
    const sent = { site: 'desa', visit: 'new', ...body }
    const request = writeRequest({ path, body: sent, headers: { Origin: origin } })
    return (await routes.fetch(request)).status
  }
  return { rules, view }
}

test('an origin of no site, and one of another site, are noticed', async () => {
  const { rules, view } = await open()
  expect(await view('https://www.desa.example', { article: '/a' })).toBe(403)
  expect(await view('https://kota.example', { article: '/a' })).toBe(403)
  expect(await view('https://desa.example', { article: '/a' })).toBe(200)
  expect(
    rules.refusedOrigins
      .list()
      .map(({ origin }) => origin)
      .sort(),
  ).toEqual(['https://kota.example', 'https://www.desa.example'])
})

test('pages that say that they are one article are noticed', async () => {
  const { rules, view } = await open()
  for (let id = 0; id < 6; id++) {
    const body = { article: '/berita', page: `https://desa.example/?id=${id}` }
    expect(await view('https://desa.example', body)).toBe(200)
  }
  expect(rules.sharedKeys.list('desa')).toEqual([
    {
      article: { site: 'desa', key: 'desa.example/berita' },
      pages: [0, 1, 2, 3, 4, 5].map((id) => `desa.example/?id=${id}`),
    },
  ])
})
