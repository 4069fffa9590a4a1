import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { NODE_SCHEDULER } from '../../server/entry/node-scheduler.ts'
import type { Database } from '../../server/store/database.ts'
import { createExclusiveStore } from '../../server/store/exclusive-store.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import type { Site, Store } from '../../server/store/store.ts'
import { COUNTED } from '../../shared/standing.ts'
import { describeAlerts } from '../contract/alert-contract.ts'
import { describeArticleLists } from '../contract/article-list-contract.ts'
import { describeChain } from '../contract/chain-contract.ts'
import { describeChange } from '../contract/change-contract.ts'
import { describeFollowUps } from '../contract/follow-up-contract.ts'
import { describeOpenings } from '../contract/opening-contract.ts'
import { describeRecount } from '../contract/recount-contract.ts'
import { describeReports } from '../contract/report-contract.ts'
import { describeRetention } from '../contract/retention-contract.ts'
import { describeSiteChanges } from '../contract/site-change-contract.ts'
import { describeStore, type OpenedStore } from '../contract/store-contract.ts'
import { openMigrated } from '../support/opened-database.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const exclusive = (database: Database) => createExclusiveStore(database, NODE_SCHEDULER)

function opened(database: Database, store: Store): OpenedStore {
  return {
    store,
    query: (sql) => database.read({ sql }),
    run: async (sql) => {
      await database.write([{ sql }])
    },
    close: () => store.close(),
  }
}

const newFile = () => `file:${join(temporaryFolder(), 'tanggapan.db')}`

async function openFile(url = newFile()): Promise<OpenedStore> {
  const database = await openMigrated(url)
  return opened(database, exclusive(database))
}

/** One database in memory for all its tests, since a thread takes long to start; emptied for each. */
function inMemory(make: (database: Database) => Store): () => Promise<OpenedStore> {
  let opening: Promise<Database> | undefined
  afterAll(async () => {
    await (await opening)?.close()
  })
  return async () => {
    opening ??= openMigrated(':memory:')
    const database = await opening
    await database.write(TABLES.map((table) => ({ sql: `delete from ${table}` })))
    return opened(database, make({ ...database, close: () => Promise.resolve() }))
  }
}

const TABLES = [
  'uncounted',
  'folded',
  'dropped_views',
  'audit',
  'chain',
  'chain_days',
  'changed_days',
  'api_tokens',

  ...['wordings', 'follow_ups'],
  ...['deliveries', 'alert_rules', 'digests'],
  ...['aliases', 'stale_articles', 'stale_days', 'article_periods', 'unit_days', 'unit_months'],
  ...['summaries', 'units', 'sections'],
  ...['votes', 'tallies', 'totals', 'opening_balances', 'imports', 'articles'],
  ...['origins', 'sites', 'offices', 'instance'],
]

for (const describe of [
  describeStore,
  describeRetention,
  describeChain,
  describeRecount,
  describeReports,
  describeArticleLists,
  describeFollowUps,
  describeAlerts,
  describeOpenings,
  describeSiteChanges,
]) {
  describe('a file of its own', () => openFile())
  describe('memory', inMemory(exclusive))
  describe('a database that others use too', inMemory(createSharedStore))
}

const SITE: Site = {
  key: 'desa',
  name: 'Desa',
  timeZone: 'Asia/Jakarta',
  settings: {},
  loopback: false,
  intranet: false,
  addedAt: 0,
  origins: [{ origin: 'https://desa.go.id', role: 'primary' }],
}
const ARTICLE = { site: 'desa', key: 'desa.go.id/berita' }
const VOTER = 'ab'.repeat(16)
const VOTE = {
  turn: 1,
  choice: 'puas',
  day: '2026-03-01',
  hour: 0,
  verdict: COUNTED,
} as const

test('votes, and views counted the moment before, are on the file after close', async () => {
  const url = newFile()
  const first = await openFile(url)
  await first.store.addSite(SITE)
  const article = ARTICLE
  await first.store.takeTurn({ article, voter: VOTER, ...VOTE })
  for (let i = 0; i < 3; i++) await first.store.recordView(article, '2026-03-02', null)
  await first.close()

  const second = await openFile(url)
  expect(await second.store.readArticle(article, VOTER)).toEqual({
    closed: false,
    review: false,
    views: 3,
    votes: { 'sangat-puas': 0, puas: 1, 'cukup-puas': 0, 'tidak-puas': 0 },
    opening: null,
    own: { choice: 'puas', standing: 'counted' },
  })
  expect(await second.query('select day, views, puas from tallies order by day')).toEqual([
    ['2026-03-01', 0, 1],
    ['2026-03-02', 3, 0],
  ])
  expect(await second.store.readSites()).toMatchObject([SITE])
  await second.close()
})

test('a vote under way when the store closes is on the file', async () => {
  const url = newFile()
  const first = await openFile(url)
  await first.store.addSite(SITE)
  const vote = {
    article: ARTICLE,
    voter: VOTER,
    ...VOTE,
  }
  const taken = first.store.takeTurn(vote)
  await first.close()
  expect((await taken).votes.puas).toBe(1)

  const second = await openFile(url)
  expect(await second.query('select turn, choice from votes')).toEqual([[1, 'puas']])
  await second.close()
})

describeChange('a file in a thread', () => openMigrated(newFile()))
