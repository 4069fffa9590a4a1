import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { holdLock } from '../support/lock-holder.ts'
import { readRows } from '../support/read-rows.ts'
import { view, vote } from '../support/reader-requests.ts'
import { type RunningProcess, runProcess } from '../support/running-process.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** How long a start may wait for the file, in milliseconds. */
const PATIENCE = 2000
/** How many times as long a start may take as the slowest of those before it: others work here too. */
const BUSIER = 3
const IN_USE = /^The database is in use by another process\. Stop that one first/m

/** Starts a server and ends it with the test. */
async function start(dataDir: string): Promise<RunningServer> {
  const server = await startServer(dataDir)
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  return server
}

/** Milliseconds that a start takes on this machine now, the slowest of three. */
async function startUp(): Promise<number> {
  let slowest = 0
  for (let i = 0; i < 3; i++) {
    const before = performance.now()
    const server = await startServer(temporaryFolder())
    slowest = Math.max(slowest, performance.now() - before)
    await server.end('SIGTERM')
  }
  return slowest
}

function attempt(dataDir: string): RunningProcess {
  const server = runProcess(['dist/node/node.js'], { DATA_DIR: dataDir, PORT: '0' })
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  return server
}

async function exitCode({ child }: RunningProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode
  return new Promise((resolve) => child.once('exit', resolve))
}

test('a second server on the same data ends with a sentence, and the first goes on', async () => {
  const dataDir = temporaryFolder()
  const usual = await startUp()
  const { origin } = await start(dataDir)
  const token = await view(origin, '/two')

  const before = performance.now()
  const second = attempt(dataDir)
  expect(await exitCode(second)).toBe(1)
  expect(performance.now() - before).toBeLessThan(PATIENCE + BUSIER * usual)
  expect(second.said()).toMatch(IN_USE)
  expect(second.said()).not.toContain('    at ')

  expect(await vote(origin, '/two', token, 1)).toBe(200)
  expect((await fetch(`${origin}/readyz`)).status).toBe(200)
})

test.each(['new', 'existing'])(
  'a lock that another process lets go of after a second is waited out: %s file',
  async (file) => {
    const dataDir = join(temporaryFolder(), 'data')
    if (file === 'existing') await (await start(dataDir)).end('SIGTERM')
    else mkdirSync(dataDir)
    const holder = await holdLock(join(dataDir, 'tanggapan.db'))

    const server = attempt(dataDir)
    const ready = server.says(/demo\s+(http:\/\/\S+)\/demo\//)
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(server.said()).not.toContain('demo')
    expect(server.child.exitCode).toBeNull()
    await holder.end('SIGKILL')

    const [, origin = ''] = await ready
    const token = await view(origin, '/waited')
    expect(await vote(origin, '/waited', token, 1)).toBe(200)
    expect(await server.end('SIGTERM')).toBe(0)
    expect(readRows(join(dataDir, 'tanggapan.db'), 'select turn from votes')).toEqual([{ turn: 1 }])
  },
)

test('a lock that is never let go of is refused in time', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const usual = await startUp()
  await (await start(dataDir)).end('SIGTERM')
  await holdLock(join(dataDir, 'tanggapan.db'))

  const before = performance.now()
  const server = attempt(dataDir)
  expect(await exitCode(server)).toBe(1)
  expect(performance.now() - before).toBeLessThan(PATIENCE + BUSIER * usual)
  expect(server.said()).toMatch(IN_USE)
})
