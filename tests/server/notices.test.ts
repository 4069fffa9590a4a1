import { expect, onTestFinished, test } from 'vitest'
import { createBurstWatch } from '../../server/domain/burst/burst-watch.ts'
import { parseIpAddress } from '../../server/domain/client/ip-address.ts'
import { LOOPBACK_NETWORKS } from '../../server/domain/client/trusted-proxies.ts'
import { createMemoryGuard } from '../../server/domain/guard/memory-guard.ts'
import { noticesOf } from '../../server/domain/moderation/notices.ts'
import { createRules } from '../../server/domain/rules.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'
import { nodeSha256 } from '../../server/entry/node-sha256.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import { openMigrated } from '../support/opened-database.ts'
import { TESTS_SECRET } from '../support/opened-routes.ts'

const HOUR = 3_600_000
const START = Date.UTC(2026, 2, 1, 5)

/** A server's registers, and what an admin of the site `desa` is told of them. */
async function open() {
  const database = await openMigrated(':memory:')
  onTestFinished(() => database.close())
  const store = createSharedStore(database)
  await store.addSite({
    key: 'desa',
    name: 'Desa',
    timeZone: 'Asia/Jakarta',
    settings: {},
    loopback: false,
    intranet: false,
    addedAt: 0,
    origins: [
      { origin: 'https://desa.example:8443', role: 'primary' },
      { origin: 'https://*.kecamatan.example', role: 'additional' },
    ],
  })
  const watch = createBurstWatch()
  const clock = { now: START }
  const rules = createRules({
    store,
    clock: () => clock.now,
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
  const listed = await rules.sites.find('desa')
  if (!listed) throw new Error('the site was not kept')
  const told = (everySite = false) => noticesOf(rules, { listed, everySite })
  const visits = (now: number, from: (n: number) => string) => {
    for (let n = 0; n < 500; n++) rules.crowdAlarm.visit(parseIpAddress(from(n)), now)
  }
  return { rules, store, clock, told, visits }
}

test('a crowd is told while it lasts, and from when to when once it is over', async () => {
  const { told, visits } = await open()
  visits(START, () => '203.0.113.9')
  const crowd = { kind: 'crowd', since: '2026-03-01T05:00:00Z', article: null }
  const text = expect.stringContaining('TRUSTED_PROXIES')
  expect(await told()).toEqual([{ ...crowd, until: null, text }])
  visits(START + HOUR, (n) => `20.1.${n >> 8}.${n & 255}`)
  visits(START + 2 * HOUR, () => '203.0.113.9')
  expect(await told()).toEqual([
    { ...crowd, since: '2026-03-01T07:00:00Z', until: null, text },
    { ...crowd, until: '2026-03-01T06:00:00Z', text },
  ])
})

test('the latest comes first, and last what has no time', async () => {
  const { rules, store, clock, told, visits } = await open()
  visits(START + HOUR, () => '203.0.113.9')
  rules.refusedOrigins.note('https://www.desa.example')
  clock.now += 2 * HOUR
  rules.refusedOrigins.note('https://baru.desa.example')
  const article = { site: 'desa', key: 'desa.example:8443/berita' }
  for (let id = 0; id < 6; id++) rules.sharedKeys.note(article, `desa.example:8443/?id=${id}`)
  await store.recordView(article, '2026-03-01', null)
  await store.failArticle(article, 'timeout', null)
  expect((await told()).map(({ kind, since }) => [kind, since])).toEqual([
    ['refused-origin', '2026-03-01T07:00:00Z'],
    ['crowd', '2026-03-01T06:00:00Z'],
    ['refused-origin', '2026-03-01T05:00:00Z'],
    ['shared-canonical', null],
    ['unverified', null],
  ])
})

test.each([
  ['https://www.desa.example', true],
  ['http://desa.example', true],
  ['https://desa.example:9443', true],
  ['https://example', true],
  ['https://kecamatan.example', true],
  ['https://camat.kecamatan.example:8443', true],
  ['https://otherdesa.example', false],
  ['https://desa.example.com', false],
  ['https://camat.example', false],
])('%s is beside the site’s own origins: %s', async (origin, beside) => {
  const { rules, told } = await open()
  rules.refusedOrigins.note(origin)
  expect((await told()).length).toBe(beside ? 1 : 0)
  expect((await told(true)).length).toBe(1)
})

test('of a kind fifty are told', async () => {
  const { rules, told } = await open()
  for (let n = 0; n < 60; n++) {
    const article = { site: 'desa', key: `desa.example:8443/${n}` }
    for (let id = 0; id < 6; id++) rules.sharedKeys.note(article, `desa.example:8443/?id=${id}`)
  }
  expect(await told()).toHaveLength(50)
})
