import { expect, onTestFinished, test } from 'vitest'
import { NODE_SCHEDULER } from '../../server/entry/node-scheduler.ts'
import { openThreadedDatabase } from '../../server/entry/threaded-database.ts'
import type { Database } from '../../server/store/database.ts'
import { createExclusiveStore } from '../../server/store/exclusive-store.ts'
import { migrate } from '../../server/store/migrate.ts'
import { MIGRATIONS } from '../../server/store/migrations.ts'
import { StorageError } from '../../server/store/store.ts'
import { COUNTED } from '../../shared/standing.ts'

const THREAD = new URL('../../dist/node/database-thread.js', import.meta.url)
const DAY = '2026-11-24'
const article = { site: 'desa', key: 'desa.go.id/berita' }
const vote = (n: number) => ({
  article,
  voter: n.toString(16).padStart(32, '0'),
  turn: 1,
  choice: 'puas' as const,
  day: DAY,
  hour: 0,
  verdict: COUNTED,
})

/** A store whose connection to its real database can be cut for reads or for writes. */
async function openCuttable() {
  const real = await openThreadedDatabase(':memory:', THREAD)
  await migrate(real, MIGRATIONS, DAY)
  const cut = { read: false, write: false, refused: 0 }
  const database: Database = {
    read: (statement) =>
      cut.read ? Promise.reject(new StorageError('cut')) : real.read(statement),
    write(statements) {
      if (!cut.write) return real.write(statements)
      cut.refused += 1
      return Promise.reject(new StorageError('cut'))
    },
    change: (statement) =>
      cut.write ? Promise.reject(new StorageError('cut')) : real.change(statement),
    close: real.close,
  }
  const store = createExclusiveStore(database, NODE_SCHEDULER)
  onTestFinished(async () => {
    cut.read = false
    cut.write = false
    await store.close()
  })
  await store.addSite({
    key: 'desa',
    name: 'Desa',
    timeZone: 'Asia/Jakarta',
    settings: {},
    loopback: false,
    intranet: false,
    addedAt: 0,
    origins: [{ origin: 'https://desa.go.id', role: 'primary' }],
  })
  await store.takeTurn(vote(1))
  return { store, cut, real }
}

test('votes whose read-back failed are in the figures as soon as it can be read again', async () => {
  const { store, cut } = await openCuttable()
  cut.read = true
  // The same ballot twice in one group makes the store read back what happened.
  const refused = await Promise.allSettled([store.takeTurn(vote(2)), store.takeTurn(vote(2))])
  expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  cut.read = false
  expect((await store.readArticle(article, null)).votes.puas).toBe(2)
  expect((await store.takeTurn(vote(3))).votes.puas).toBe(3)
})

test('an own vote is never told without being in the counts', async () => {
  const { store } = await openCuttable()
  const voting = [store.takeTurn(vote(2)), store.takeTurn(vote(2))]
  const seen = await Promise.all(
    Array.from({ length: 50 }, () => store.recordView(article, DAY, vote(2).voter)),
  )
  await Promise.all(voting)
  for (const { own, votes } of seen) expect(votes.puas).toBe(own ? 2 : 1)
})

test('a decision about one article has no other one read anew', async () => {
  const { store, cut } = await openCuttable()
  const other = { site: 'desa', key: 'desa.go.id/lain' }
  await store.takeTurn({ ...vote(1), article: other })
  const audit = { at: 0, actor: 'uji', action: 'suspend', site: 'desa', article: null, note: '' }
  const votes = { site: 'desa', article: article.key, standing: 'counted' } as const
  const to = { standing: 'pending', reason: 'burst' } as const
  expect(await store.changeStanding(votes, to, audit)).toBe(1)

  cut.read = true
  expect((await store.readArticle(other, null)).votes.puas).toBe(1)
  await expect(store.readArticle(article, null)).rejects.toThrow(StorageError)
  cut.read = false
  expect((await store.readArticle(article, null)).votes.puas).toBe(0)
})

test('views counted while the disk fails reach it when it is back', async () => {
  const { store, cut, real } = await openCuttable()
  cut.write = true
  for (let n = 0; n < 3; n++) await store.recordView(article, DAY, null)
  await expect.poll(() => cut.refused).toBeGreaterThan(0)
  cut.write = false
  const onDisk = async () => (await real.read({ sql: 'select views from totals' }))[0]?.[0]
  await expect.poll(onDisk, { timeout: 5000 }).toBe(3)
})

test('views that were dropped while the disk failed are counted when it is back', async () => {
  const { store, cut, real } = await openCuttable()
  cut.write = true
  for (let n = 0; n < 3; n++) await store.dropView('desa', DAY, 'bot')
  await expect.poll(() => cut.refused).toBeGreaterThan(0)
  await store.dropView('desa', DAY, 'bot')
  cut.write = false
  const onDisk = () => real.read({ sql: 'select reason, views from dropped_views' })
  await expect.poll(onDisk, { timeout: 5000 }).toEqual([['bot', 4]])
})

test('a vote about which memory is in doubt meanwhile is answered as the disk has it', async () => {
  const { store } = await openCuttable()
  await store.readArticle(article, null)
  const audit = { at: 0, actor: 'uji', action: 'suspend', site: 'desa', article: null, note: '' }
  const votes = { site: 'desa', article: article.key, standing: 'counted' } as const
  const to = { standing: 'pending', reason: 'burst' } as const
  const [state] = await Promise.all([
    store.takeTurn(vote(2)),
    store.changeStanding({ ...votes, voters: [vote(1).voter] }, to, audit),
  ])
  expect(state.own).toEqual({ choice: 'puas', standing: 'counted' })
  expect((await store.readArticle(article, null)).votes.puas).toBe(1)
})
