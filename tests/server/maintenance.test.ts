import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runMaintenance } from '../../server/domain/maintenance.ts'
import { NODE_SCHEDULER } from '../../server/entry/node-scheduler.ts'
import { signingOf } from '../../server/entry/signing.ts'
import type { Database } from '../../server/store/database.ts'
import { createExclusiveStore } from '../../server/store/exclusive-store.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import type { Site, Store, Turn } from '../../server/store/store.ts'
import { CHOICES } from '../../shared/choice.ts'
import { COUNTED, STANDINGS, type Verdict } from '../../shared/standing.ts'
import { openMigrated } from '../support/opened-database.ts'
import { SUMS_AMISS } from '../support/sums-amiss.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** Noon in Jakarta on 1 March 2026. */
const START = Date.UTC(2026, 2, 1, 5)
const PENDING: Verdict = { standing: 'pending', reason: 'burst' }

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
const article = { site: 'desa', key: 'desa.go.id/berita' }
const voterOf = (n: number) => n.toString(16).padStart(32, '0')
const dayOf = (now: number) => new Date(now + 7 * HOUR).toISOString().slice(0, 10)

function turn(n: number, voter: number, now: number, more: Partial<Turn> = {}): Turn {
  return {
    article,
    voter: voterOf(voter),
    turn: n,
    choice: 'puas',
    day: dayOf(now),
    hour: Math.floor(now / HOUR),
    verdict: COUNTED,
    ...more,
  }
}

async function opened(): Promise<{ database: Database; store: Store }> {
  const database = await openMigrated(':memory:')
  const store = createExclusiveStore(database, NODE_SCHEDULER)
  onTestFinished(() => store.close())
  await store.addSite(SITE)
  return { database, store }
}

/** Maintenance as it runs each hour, here without waiting. */
async function maintain(store: Store, now: number, mostSteps = 1000) {
  const ground = { store, ...SIGNING, rest: () => Promise.resolve(), stopping: NEVER, mostSteps }
  const { signed: _, ...forgotten } = await runMaintenance(ground, now)
  return forgotten
}

const SIGNING = signingOf(
  new TextEncoder().encode('a secret for tests only, 32 characters or more'),
)
const NEVER = new AbortController().signal
const NOTHING = { hours: 0, withdrawn: 0, expired: 0, sealed: 0, audit: 0 }
/** Two runs, so that the clock is believed. */
async function maintainTwice(store: Store, now: number) {
  await maintain(store, now - HOUR)
  return maintain(store, now)
}

describe('is kept for its time and no longer', () => {
  test('the hour of a vote: 48 hours after its end', async () => {
    const { store, database } = await opened()
    await store.takeTurn(turn(1, 1, START))
    expect(await maintain(store, START + 48 * HOUR + HOUR - 1)).toEqual(NOTHING)
    expect(await maintain(store, START + 49 * HOUR)).toEqual({ ...NOTHING, hours: 1 })
    expect(await database.read({ sql: 'select hour, day from votes' })).toEqual([
      [null, '2026-03-01'],
    ])
  })

  test('the row of a withdrawn vote: 48 hours; where it was not counted, until sealing', async () => {
    const { store, database } = await opened()
    for (const [n, verdict] of [COUNTED, PENDING].entries()) {
      await store.takeTurn(turn(1, n, START, { verdict }))
      await store.takeTurn(turn(2, n, START + HOUR, { choice: null }))
    }
    const rows = { sql: 'select standing, choice from votes order by voter' }
    await maintain(store, START + 49 * HOUR)
    expect(await database.read(rows)).toHaveLength(2)
    await maintain(store, START + 50 * HOUR)
    expect(await database.read(rows)).toEqual([['pending', null]])
    await maintainTwice(store, START + 183 * DAY)
    expect(await database.read(rows)).toEqual([])
  })

  test('who cast a vote: 180 days after the end of its day', async () => {
    const { store, database } = await opened()
    await store.takeTurn(turn(1, 1, START))
    const rows = { sql: 'select count(*) from votes' }
    // The day ends at midnight in Jakarta, twelve hours after the vote; a run goes by the one before.
    const over = START + 12 * HOUR + 180 * DAY
    await maintainTwice(store, over - 1)
    await maintain(store, over + HOUR - 2)
    expect(await database.read(rows)).toEqual([[1]])
    await maintain(store, over + HOUR)
    expect(await maintain(store, over + 2 * HOUR)).toMatchObject({ sealed: 1 })
    expect(await database.read(rows)).toEqual([[0]])
    expect((await store.readArticle(article, voterOf(1))).votes.puas).toBe(1)
  })

  test('a line of the audit log: two years', async () => {
    const { store, database } = await opened()
    const line = { actor: 'operator', action: 'note', site: null, article: null, note: '' }
    await store.addAudit({ ...line, at: START / 1000 })
    await store.addAudit({ ...line, at: START / 1000 + 60 })
    await maintainTwice(store, START + 730 * DAY)
    expect(await database.read({ sql: 'select count(*) from audit' })).toEqual([[2]])
    expect(await maintain(store, START + 730 * DAY + 2 * HOUR)).toMatchObject({ audit: 0 })
    expect(await maintain(store, START + 730 * DAY + 3 * HOUR)).toMatchObject({ audit: 2 })
  })

  test('tallies, totals and views: for good', async () => {
    const { store, database } = await opened()
    await store.takeTurn(turn(1, 1, START))
    await store.recordView(article, dayOf(START), null)
    await store.dropView('desa', dayOf(START), 'bot')
    const views = { sql: 'select (select views from totals), (select views from dropped_views)' }
    await expect.poll(() => database.read(views)).toEqual([[1, 1]])
    await maintainTwice(store, START + 4000 * DAY)
    expect(await database.read({ sql: 'select day, views, puas from tallies' })).toEqual([
      ['2026-03-01', 1, 1],
    ])
    expect(await database.read(views)).toEqual([[1, 1]])
  })
})

describe('the walk over the votes', () => {
  test('stops when told to and goes on from there', async () => {
    const { store, database } = await opened()
    await fillVotes(database, 3500)
    const now = START + 60 * HOUR
    const stopping = new AbortController()
    const rest = () => Promise.resolve(stopping.abort())
    const run = { store, ...SIGNING, rest, stopping: stopping.signal, mostSteps: 1000 }
    expect(await runMaintenance(run, now)).toMatchObject({ hours: 1000 })
    expect(await maintain(store, now + HOUR, 1)).toMatchObject({ hours: 1000 })
    expect(await maintain(store, now + 2 * HOUR)).toMatchObject({ hours: 1500 })
    expect(await maintain(store, now + 3 * HOUR)).toEqual(NOTHING)
  })
})

test('a walk of more than a thousand steps comes round once a day', async () => {
  const { store, database } = await opened()
  await fillVotes(database, 10)
  // As many steps as a walk over a million votes has.
  let steps = 0
  const vast: Store = {
    ...store,
    async sweepVotes(place, terms) {
      steps += 1
      const swept = await store.sweepVotes(place, terms)
      return steps % 1001 === 0 ? swept : { ...swept, next: { article: 0, voter: '' } }
    },
  }
  const now = START + 60 * HOUR
  await maintain(vast, now, 2000)
  expect(steps).toBe(1001)
  for (const hours of [1, 22]) await maintain(vast, now + hours * HOUR, 2000)
  expect(steps).toBe(1001)
  await maintain(vast, now + 23 * HOUR, 2000)
  expect(steps).toBe(2002)
  // Nor is a walk left out that began in what is now the future.
  await maintain(vast, now, 2000)
  expect(steps).toBe(3003)
})

test('a server without a site has its upkeep too', async () => {
  const database = await openMigrated(':memory:')
  const store = createSharedStore(database)
  onTestFinished(() => store.close())
  await store.addAudit({ at: 0, actor: 'a', action: 'b', site: null, article: null, note: '' })
  expect(await maintainTwice(store, START)).toMatchObject({ audit: 1 })
})

async function fillVotes(database: Database, votes: number): Promise<void> {
  await database.write([
    { sql: "insert into articles (id, site, key) values (1, 'desa', 'desa.go.id/penuh')" },
    {
      sql: `
        with recursive n (i) as (values (1) union all select i + 1 from n where i < ?1)
        insert into votes (article, voter, turn, choice, day, hour)
        select 1, unhex(printf('%032x', i * 7919)), 1, 'puas', ?2, ?3 from n`,
      args: [votes, dayOf(START), Math.floor(START / HOUR)],
    },
  ])
}

describe('a clock that jumps', () => {
  const rows = { sql: 'select count(*) from votes' }

  test('200 days ahead for a while seals nothing', async () => {
    const { store, database } = await opened()
    await store.takeTurn(turn(1, 1, START))
    await maintainTwice(store, START + HOUR)
    for (const later of [0, 1, 49 * 60_000]) {
      await maintain(store, START + 200 * DAY + later)
    }
    await maintain(store, START + 3 * HOUR)
    await maintain(store, START + 4 * HOUR)
    expect(await database.read(rows)).toEqual([[1]])
  })

  test('one that was wrong at the very first run is not believed once it is set right', async () => {
    const { store, database } = await opened()
    await store.takeTurn(turn(1, 1, START))
    await maintain(store, START + 200 * DAY)
    for (const hours of [1, 2, 3]) await maintain(store, START + hours * HOUR)
    expect(await database.read(rows)).toEqual([[1]])
    // Believed again from then on.
    await maintain(store, START + 190 * DAY)
    expect(await maintain(store, START + 190 * DAY + HOUR)).toMatchObject({ sealed: 1 })
  })

  test('a day back keeps everything and seals what is due all the same', async () => {
    const { store, database } = await opened()
    await store.takeTurn(turn(1, 1, START))
    await maintainTwice(store, START + 190 * DAY - HOUR)
    expect(await database.read(rows)).toEqual([[0]])
    await store.takeTurn(turn(1, 2, START + 190 * DAY))
    expect(await maintain(store, START + 189 * DAY)).toEqual(NOTHING)
    expect(await maintain(store, START + 189 * DAY + HOUR)).toEqual(NOTHING)
    expect(await database.read(rows)).toEqual([[1]])
    expect(await maintain(store, START + 371 * DAY)).toMatchObject({ sealed: 0 })
    expect(await maintain(store, START + 371 * DAY + HOUR)).toMatchObject({ sealed: 1 })
  })
})

/** A database that fails at its n-th write: before it, or after it with the answer lost. */
function failingAt(database: Database, n: number, after: boolean): Database {
  let left = n
  return {
    ...database,
    async write(statements) {
      left -= 1
      if (left === 0 && !after) throw new Error('killed before a write')
      const rows = await database.write(statements)
      if (left === 0) throw new Error('killed after a write')
      return rows
    },
  }
}

describe('killed at any write', () => {
  test.each([false, true])('maintenance ends as without it (answer lost: %s)', async (after) => {
    const { store: plain, database: other } = await opened()
    await fillVotes(other, 2500)
    await vary(plain, other)
    const now = START + 190 * DAY
    await maintainTwice(plain, now)
    const folded = { sql: 'select * from folded order by article, day, standing, reason' }
    const whole = await other.read(folded)
    expect(whole.length).toBeGreaterThan(2)

    const { store, database } = await opened()
    await fillVotes(database, 2500)
    await vary(store, database)
    let writes = 0
    for (let n = 1; writes < 20; n++) {
      const cut = createSharedStore(failingAt(database, n, after))
      const run = await maintainTwice(cut, now).catch((reason: Error) => reason.message)
      expect(await database.read({ sql: SUMS_AMISS })).toEqual([])
      if (typeof run === 'object') break
      expect(run).toContain('killed')
      writes += 1
    }
    expect(writes).toBeGreaterThan(3)
    expect(await database.read(folded)).toEqual(whole)
    expect(await database.read({ sql: 'select count(*) from votes' })).toEqual([[0]])
  })
})

/** Some of the votes pending, excluded and withdrawn. */
async function vary(store: Store, database: Database): Promise<void> {
  const audit = { at: 0, actor: 'm', action: 'x', site: 'desa', article: null, note: '' }
  const [pending, excluded] = [
    Array.from({ length: 300 }, (_, n) => voterOf(n * 7919)),
    Array.from({ length: 300 }, (_, n) => voterOf((n + 1000) * 7919)),
  ]
  const counted = { site: 'desa', standing: 'counted' } as const
  const burst = { standing: 'pending', reason: 'burst' } as const
  await store.changeStanding({ ...counted, voters: pending }, burst, audit)
  const exclude = { standing: 'excluded', reason: null } as const
  await store.changeStanding({ ...counted, voters: excluded }, exclude, audit)
  await database.write([
    { sql: 'update votes set choice = null where voter < unhex(?1)', args: [voterOf(50 * 7919)] },
  ])
}

const OPERATION = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('turn' as const),
      voter: fc.nat({ max: 4 }),
      turn: fc.integer({ min: 1, max: 9 }),
      choice: fc.constantFrom(...CHOICES, null),
      pending: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('standing' as const),
      voter: fc.nat({ max: 4 }),
      from: fc.constantFrom(...STANDINGS),
      to: fc.constantFrom(...STANDINGS),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      hours: fc.constantFrom(1, 30, 50, 24 * 100, 24 * 181, -24),
    }),
  },
)

test('sums are those of the rows and of what was folded after any operations', async () => {
  const { store, database } = await opened()
  const audit = { at: 0, actor: 'm', action: 'x', site: 'desa', article: null, note: '' }
  let now = START

  await fc.assert(
    fc.asyncProperty(fc.array(OPERATION, { maxLength: 30 }), async (operations) => {
      for (const operation of operations) {
        const before = await store.readArticle(article, null)
        if (operation.kind === 'turn') {
          const { voter, turn: n, choice, pending } = operation
          const verdict = pending ? PENDING : COUNTED
          await store.takeTurn(turn(n, voter, now, { choice, verdict }))
        } else if (operation.kind === 'standing') {
          const voters = [voterOf(operation.voter)]
          const votes = { site: 'desa', standing: operation.from, voters }
          const reason = operation.to === 'pending' ? 'network' : null
          const to = { standing: operation.to, reason } as Parameters<Store['changeStanding']>[1]
          await store.changeStanding(votes, to, audit)
        } else {
          now += operation.hours * HOUR
          await maintain(store, now)
          // Forgetting changes no figure.
          expect(await store.readArticle(article, null)).toEqual(before)
        }
        expect(await database.read({ sql: SUMS_AMISS })).toEqual([])
      }
    }),
    { numRuns: 30 },
  )
  expect(await database.read({ sql: 'select count(*) > 0 from folded' })).toEqual([[1]])
}, 60_000)
