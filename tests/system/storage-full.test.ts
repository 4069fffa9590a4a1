import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { VOTES_PATH } from '../../shared/paths.ts'
import { startWithLittleRoom } from '../support/little-room.ts'
import { send, view, vote, voteBody } from '../support/reader-requests.ts'
import { ripeTokens } from '../support/ripe-tokens.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { readStored } from '../support/stored-counts.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Votes that are certainly more than find room. */
const MANY = 2000
const REFUSALS = 20
const ARTICLE = '/full'

/** Lifts the limit of the running server, or starts it anew where the system has no way to. */
async function makeRoom(server: RunningServer, dataDir: string): Promise<RunningServer> {
  const lift = ['--pid', String(server.child.pid), '--fsize=unlimited:unlimited']
  if (spawnSync('prlimit', lift).status === 0) return server
  console.warn('There is no prlimit here: the server is started anew instead.')
  await server.end('SIGKILL')
  const next = await startServer(dataDir)
  onTestFinished(async () => {
    await next.end('SIGKILL')
  })
  return next
}

interface Filled {
  /** A page token that nobody has spent. */
  readonly token: () => string
  /** Readers whose vote was answered with 200. */
  readonly answered: readonly number[]
}

/** Votes until the server refused several times over. */
async function fill(origin: string, dataDir: string): Promise<Filled> {
  await view(origin, ARTICLE)
  const tokenOf = ripeTokens(dataDir)
  const token = () => tokenOf(new URL(origin).host + ARTICLE)
  const answered: number[] = []
  let refused = 0
  for (let reader = 1; reader <= MANY && refused < REFUSALS; reader++) {
    const status = await vote(origin, ARTICLE, token(), reader)
    expect([200, 503]).toContain(status)
    if (status === 200) answered.push(reader)
    else refused += 1
  }
  expect(refused).toBe(REFUSALS)
  expect(answered.length).toBeGreaterThan(0)
  return { token, answered }
}

interface LoggedFault {
  readonly name: string
  readonly stack?: string
  readonly times?: number
}

/** Every fault that the log speaks of. */
function faultsIn(said: string): readonly LoggedFault[] {
  const lines = said.split('\n').filter((line) => line.startsWith('{"time"'))
  return lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 'error')
}

interface HeldVotes {
  readonly votes: number
  readonly views: number
  readonly faults: readonly string[]
}

/** What the file holds of the article; of so many votes without readers, some may be set aside. */
function stored(dataDir: string): HeldVotes {
  const { votes, views, faults } = readStored(join(dataDir, 'tanggapan.db'))
  const key = [...views.keys()].find((key) => key.endsWith(ARTICLE)) ?? ''
  const own = [...votes.keys()].filter((id) => id.startsWith(`${key} `))
  return { votes: own.length, views: views.get(key) ?? 0, faults }
}

test('a full disk refuses votes as storage, stores none of those and all that were answered', async () => {
  const dataDir = temporaryFolder()
  const server = await startWithLittleRoom(dataDir)
  const { token, answered } = await fill(server.origin, dataDir)

  const refusal = await send(server.origin, VOTES_PATH, voteBody(ARTICLE, token(), MANY + 1))
  expect(refusal.status).toBe(503)
  expect(Number(refusal.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(refusal.headers.get('Content-Type')).toBe('application/problem+json')
  expect(await refusal.json()).toMatchObject({ type: 'storage', status: 503 })
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)

  await server.end('SIGKILL')
  expect(stored(dataDir)).toMatchObject({ votes: answered.length, faults: [] })
})

test('votes are taken again as soon as there is room, and the views meanwhile are kept', async () => {
  const dataDir = temporaryFolder()
  const full = await startWithLittleRoom(dataDir)
  const { token, answered } = await fill(full.origin, dataDir)
  expect(full.said()).toContain('StorageError')

  const server = await makeRoom(full, dataDir)
  expect(await vote(server.origin, ARTICLE, token(), MANY + 1)).toBe(200)
  await view(server.origin, ARTICLE)
  expect(await server.end('SIGTERM')).toBe(0)
  expect(stored(dataDir)).toEqual({ votes: answered.length + 1, views: 2, faults: [] })
})

test('a server whose disk is full logs no line for each refusal, and ends when it is told to', async () => {
  const dataDir = temporaryFolder()
  const server = await startWithLittleRoom(dataDir)
  const { answered } = await fill(server.origin, dataDir)
  for (let i = 0; i < 3; i++) await view(server.origin, `${ARTICLE}/unstored/${i}`)

  expect(await server.end('SIGTERM')).toBe(1)
  const logged = faultsIn(server.said())
  // Beside the refusals, a look at the votes meanwhile may fail for want of room.
  expect(logged.reduce((sum, { times = 1 }) => sum + times, 0)).toBeGreaterThanOrEqual(REFUSALS)
  expect(logged.length).toBeLessThan(5)
  expect(logged[0]).toMatchObject({ name: 'StorageError', stack: expect.stringMatching(/\w/) })
  expect(stored(dataDir)).toMatchObject({ votes: answered.length, faults: [] })
})
