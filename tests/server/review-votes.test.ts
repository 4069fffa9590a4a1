import { expect, onTestFinished, test } from 'vitest'
import { createBurstWatch } from '../../server/domain/burst/burst-watch.ts'
import { holdBursts } from '../../server/domain/burst/hold-bursts.ts'
import { flagReviews, releaseVotes, resumeVotes } from '../../server/domain/burst/review-votes.ts'
import { createUsuals } from '../../server/domain/burst/usuals.ts'
import { NODE_SCHEDULER } from '../../server/entry/node-scheduler.ts'
import { createExclusiveStore } from '../../server/store/exclusive-store.ts'
import { type ArticleId, StorageError, type Store } from '../../server/store/store.ts'
import { COUNTED, type PendingReason, type Verdict } from '../../shared/standing.ts'
import { Guarded } from '../support/guarded.ts'
import { openMigrated } from '../support/opened-database.ts'

const NOON = Date.UTC(2026, 2, 1, 5)
const SECOND = 1000
const DAY = '2026-03-01'
const ARTICLE = { site: 'desa', key: 'desa.go.id/berita' }
const OTHER = { site: 'desa', key: 'desa.go.id/lain' }
const SITE = {
  key: 'desa',
  name: 'Desa',
  timeZone: 'Asia/Jakarta',
  settings: {},
  loopback: false,
  intranet: false,
  addedAt: 0,
}
const STANDINGS = `
  select key, standing, reason, count(*) from votes join articles on id = article
  group by key, standing, reason order by key, standing, reason`

/** Pages of a database whose disk is not full. */
const ROOM = 100_000

/** Lets SQLite have no page more, and fills those that there are. */
async function fillDisk(
  store: Store,
  query: (sql: string) => Promise<readonly (readonly unknown[])[]>,
): Promise<void> {
  const [[pages] = []] = await query('pragma page_count')
  await query(`pragma max_page_count = ${pages}`)
  const line = { at: 0, actor: 'x', action: 'fill', site: 'desa', article: null }
  for (const note of ['x'.repeat(2000), '']) {
    let isFull = false
    while (!isFull) {
      await store.addAudit({ ...line, note }).catch((reason: unknown) => {
        expect(reason).toBeInstanceOf(StorageError)
        isFull = true
      })
    }
  }
}

const voterOf = (n: number) => n.toString(16).padStart(8, '0').padEnd(32, 'e')
const pending = (reason: PendingReason): Verdict => ({ standing: 'pending', reason })

async function opened() {
  const database = await openMigrated(':memory:')
  const store = createExclusiveStore(database, NODE_SCHEDULER)
  onTestFinished(() => store.close())
  await store.addSite({ ...SITE, origins: [{ origin: 'https://desa.go.id', role: 'primary' }] })
  const watch = createBurstWatch()
  const warnings: string[] = []
  const post = {
    store,
    watch,
    usualAt: createUsuals(store),
    warn: (told: string) => warnings.push(told),
  }
  let voters = 0
  async function cast(count: number, verdict: Verdict, article: ArticleId = ARTICLE) {
    const first = voters
    voters += count
    await Promise.all(
      Array.from({ length: count }, (_, i) =>
        store.takeTurn({
          ...{ article, voter: voterOf(first + i), turn: 1, choice: 'puas', verdict },
          ...{ day: DAY, hour: Math.floor(NOON / 3_600_000) },
        }),
      ),
    )
  }
  /** Each from a network far from the others, with its only view. */
  function watchFlood(count: number, now: number) {
    for (let i = 0; i < count; i++) {
      const from = { network: i << 8, neighbourhood: i }
      watch.sawView(ARTICLE, from.network, from.neighbourhood, now)
      const vote = { article: ARTICLE, voter: voterOf(i), choice: 'puas', suspicion: null } as const
      watch.sawVote({ ...vote, ...from }, now)
    }
  }
  const query = (sql: string) => database.read({ sql })
  return { store, watch, post, warnings, cast, watchFlood, query }
}

test('votes of a burst become pending, with one line in the audit log and one in the log', async () => {
  const { post, warnings, cast, watchFlood, query } = await opened()
  await cast(40, COUNTED)
  watchFlood(40, NOON)
  await holdBursts(post, NOON + SECOND)
  await holdBursts(post, NOON + 2 * SECOND)
  expect(await query(STANDINGS)).toEqual([[ARTICLE.key, 'pending', 'burst', 40]])
  expect(await query('select actor, action, site, article, votes from audit')).toEqual([
    ['system', 'suspend', 'desa', ARTICLE.key, 40],
  ])
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toContain(
    `desa: votes at ${ARTICLE.key} look like a burst: in 2 min 40 votes`,
  )
})

test('votes that reach the disk after they were judged become pending too', async () => {
  const { post, cast, watchFlood, query } = await opened()
  watchFlood(40, NOON)
  await holdBursts(post, NOON + SECOND)
  await cast(40, COUNTED)
  await holdBursts(post, NOON + 5 * SECOND)
  expect(await query(STANDINGS)).toEqual([[ARTICLE.key, 'pending', 'burst', 40]])
})

test('votes of a burst that the disk did not take become pending when it does', async () => {
  const { post, cast, watchFlood, query } = await opened()
  await cast(40, COUNTED)
  watchFlood(40, NOON)
  const fault = new Error('no room')
  const cut = { ...post.store, changeStanding: () => Promise.reject(fault) }
  await expect(holdBursts({ ...post, store: cut }, NOON + SECOND)).rejects.toBe(fault)
  // So much later that the burst itself is over.
  await holdBursts(post, NOON + 1900 * SECOND)
  expect(await query(STANDINGS)).toEqual([[ARTICLE.key, 'pending', 'burst', 40]])
  expect(await query('select note from audit')).toEqual([
    ['votes of a burst that were on their way'],
  ])
})

test('by what an article had in 28 days the same votes may be usual', async () => {
  const { post, cast, watchFlood, query } = await opened()
  await cast(900, COUNTED)
  const usual = await post.usualAt(ARTICLE, NOON + 2 * 24 * 3_600_000)
  // 900 votes without a view, and a site alike: (900 + 200 × 905 / 100) / 200.
  expect(usual.rate).toBeCloseTo(13.55)
  watchFlood(40, NOON + 2 * 24 * 3_600_000)
  await holdBursts(post, NOON + 2 * 24 * 3_600_000)
  expect(await query(STANDINGS)).toEqual([[ARTICLE.key, 'counted', null, 900]])
})

test('a second look counts what the guard lets go, with a line in the audit log', async () => {
  const { store, cast, query } = await opened()
  await cast(3, pending('network'))
  const voters = [voterOf(0), voterOf(2)]
  const release = { article: ARTICLE, reason: 'network' as const, voters }
  const settled: unknown[] = []
  const guard = {
    rejudge: async () => [release],
    settle: async (done: unknown) => void settled.push(done),
  }
  await releaseVotes(store, guard, NOON)
  expect(settled).toEqual([release])
  expect(await query(STANDINGS)).toEqual([
    [ARTICLE.key, 'counted', null, 2],
    [ARTICLE.key, 'pending', 'network', 1],
  ])
  expect(await query('select actor, action, votes, note from audit')).toEqual([
    ['system', 'release', 2, 'looked at again: network'],
  ])
})

test('what a full disk did not take is counted by the next look', async () => {
  const { store, query } = await opened()
  const guarded = new Guarded()
  const turns = { turn: 1, choice: 'puas', day: DAY, hour: 0 } as const
  for (const voter of [1, 2]) {
    expect(await guarded.vote({ voter, age: 0 })).toBe('too-fast')
    const cast = { article: ARTICLE, voter: guarded.voterOf(voter), verdict: pending('too-fast') }
    await store.takeTurn({ ...turns, ...cast })
  }
  await fillDisk(store, query)
  await expect(releaseVotes(store, guarded.guard, NOON)).rejects.toThrow(StorageError)
  expect(await query(STANDINGS)).toEqual([[ARTICLE.key, 'pending', 'too-fast', 2]])

  await query(`pragma max_page_count = ${ROOM}`)
  await releaseVotes(store, guarded.guard, NOON)
  expect(await query(STANDINGS)).toEqual([[ARTICLE.key, 'counted', null, 2]])
  const released = "select votes, note from audit where action = 'release'"
  expect(await query(released)).toEqual([[2, 'looked at again: too-fast']])
  expect(await guarded.guard.rejudge(NOON)).toEqual([])
})

test('after a start what nobody remembers is counted', async () => {
  const { store, watch, cast, query } = await opened()
  await cast(30, COUNTED)
  for (const reason of ['network', 'rate', 'too-fast'] as const) await cast(1, pending(reason))
  await cast(1, pending('token'))
  await resumeVotes(store, watch, NOON)
  expect(await query(STANDINGS)).toEqual([
    [ARTICLE.key, 'counted', null, 33],
    [ARTICLE.key, 'pending', 'token', 1],
  ])
})

test('votes of a program keep nothing from being counted after a start', async () => {
  const { store, watch, cast, query } = await opened()
  await cast(2, pending('network'))
  await cast(5, pending('user-agent'))
  await resumeVotes(store, watch, NOON)
  expect(await query(STANDINGS)).toEqual([
    [ARTICLE.key, 'counted', null, 2],
    [ARTICLE.key, 'pending', 'user-agent', 5],
  ])
})

test('but neither where there is a burst', async () => {
  const { store, watch, cast, query } = await opened()
  await cast(30, COUNTED)
  await cast(1, pending('network'))
  await cast(1, pending('burst'))
  await resumeVotes(store, watch, NOON)
  expect(watch.inBurst(ARTICLE, NOON)).toBe(true)
  expect(await query("select reason from votes where standing = 'pending' order by 1")).toEqual([
    ['burst'],
    ['network'],
  ])
})

test('nor under review', async () => {
  const { store, watch, cast, query } = await opened()
  await cast(10, pending('network'))
  await cast(1, COUNTED, OTHER)
  await cast(1, pending('network'), OTHER)
  await resumeVotes(store, watch, NOON)
  expect(await query(STANDINGS)).toEqual([
    [ARTICLE.key, 'pending', 'network', 10],
    [OTHER.key, 'counted', null, 2],
  ])
})

test('the review of an article is told to its readers, and ends two days later', async () => {
  const { store, cast } = await opened()
  await cast(10, pending('burst'))
  await flagReviews(store, NOON)
  expect((await store.readArticle(ARTICLE, null)).review).toBe(true)
  await flagReviews(store, NOON + 48 * 3_600_000)
  expect((await store.readArticle(ARTICLE, null)).review).toBe(false)
})
