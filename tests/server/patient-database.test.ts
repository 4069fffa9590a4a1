import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { createPatientDatabase } from '../../server/entry/patient-database.ts'
import type { Database } from '../../server/store/database.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import { openMigrated } from '../support/opened-database.ts'
import { openRoutes } from '../support/opened-routes.ts'
import { writeRequest } from '../support/write-request.ts'

const PATIENCE = 2500
const SITE = {
  key: 'desa',
  name: 'Desa',
  timeZone: 'Asia/Jakarta',
  settings: {},
  loopback: false,
  intranet: false,
  addedAt: 0,
  origins: [{ origin: 'https://desa.go.id', role: 'primary' as const }],
}
const ARTICLE = { site: 'desa', article: '/berita' }
const BALLOT = 'stalled-database-00001'

afterEach(() => {
  vi.useRealTimers()
})

/** A server on a real database that does what it is told at once, and answers when it is let. */
async function opened() {
  const real = await openMigrated(':memory:')
  let answering: Promise<void> | undefined
  let goOn: () => void = () => undefined
  const asked: Promise<unknown>[] = []
  function answer<T>(work: Promise<T>): Promise<T> {
    asked.push(work)
    const held = answering
    return held ? held.then(() => work) : work
  }
  const database: Database = {
    write: (statements) => answer(real.write(statements)),
    change: (statement) => answer(real.change(statement)),
    read: (statement) => answer(real.read(statement)),
    close: () => real.close(),
  }
  const routes = openRoutes(
    database,
    (counted) => createSharedStore(counted, createPatientDatabase(counted, PATIENCE)),
    () => Promise.resolve(),
  )
  onTestFinished(() => real.close())
  await routes.store.addSite(SITE)
  const send = (path: string, body: Readonly<Record<string, unknown>>) =>
    routes.fetch(writeRequest({ path, body: { ...ARTICLE, ...body } }))
  const seen = (await (await send('/v1/views', { visit: 'new' })).json()) as { token: string }
  routes.clock.now += 5000
  return {
    ...{ send, query: routes.query, token: seen.token },
    stall() {
      answering = new Promise((resolve) => {
        goOn = resolve
      })
    },
    async goOn() {
      answering = undefined
      goOn()
      await Promise.all(asked)
    },
  }
}

/** Lets everything happen that does not wait for a clock, until somebody waits for one. */
async function untilWaiting(): Promise<void> {
  while (vi.getTimerCount() === 0) await new Promise(setImmediate)
}

test('a vote whose database stalls is told so within three seconds, and lands once when it comes again', async () => {
  const { send, stall, goOn, token, query } = await opened()
  const vote = { ballot: BALLOT, turn: 1, choice: 'puas', token }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })

  stall()
  const stalled = send('/v1/votes', vote)
  await untilWaiting()
  vi.advanceTimersByTime(PATIENCE)
  const reply = await stalled
  expect(reply.status).toBe(503)
  expect(reply.headers.get('Retry-After')).toMatch(/^\d+$/)
  expect(await reply.json()).toMatchObject({ type: 'storage' })

  await goOn()
  for (let again = 0; again < 2; again++) {
    expect(await (await send('/v1/votes', vote)).json()).toMatchObject({
      responses: 1,
      choice: 'puas',
    })
  }
  expect(await query('select count(*), sum(puas) from votes, totals')).toEqual([[1, 1]])
})

test('what was done though nobody heard of it is not done a second time', async () => {
  const { send, stall, goOn, query } = await opened()
  const taken = { ballot: BALLOT, turn: 2 }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })

  stall()
  const stalled = send('/v1/withdrawals', taken)
  await untilWaiting()
  vi.advanceTimersByTime(PATIENCE)
  expect((await stalled).status).toBe(503)
  await goOn()
  expect(await query('select turn, choice from votes')).toEqual([[2, null]])
  expect((await send('/v1/withdrawals', taken)).status).toBe(200)
  expect(await query('select turn, choice from votes')).toEqual([[2, null]])
})

test('a database that answers in time is waited for, and no clock goes on behind it', async () => {
  const { send, stall, goOn, token } = await opened()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })

  stall()
  const slow = send('/v1/votes', { ballot: BALLOT, turn: 1, choice: 'puas', token })
  await untilWaiting()
  vi.advanceTimersByTime(PATIENCE - 1)
  await goOn()
  expect((await slow).status).toBe(200)
  expect(vi.getTimerCount()).toBe(0)
})
