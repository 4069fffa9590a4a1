import { chmodSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { talliesPath } from '../../shared/paths.ts'
import { freePort } from '../support/free-port.ts'
import { readRows } from '../support/read-rows.ts'
import { view, vote } from '../support/reader-requests.ts'
import { ripeTokens } from '../support/ripe-tokens.ts'
import { type RunningProcess, runProcess } from '../support/running-process.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const STARTED = /demo\s+(http:\/\/\S+)\/demo\//
const SECRET = 'a secret for tests only, 32 characters or more'

function endWithTest<T extends RunningProcess>(server: T): T {
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  return server
}

const start = async (dataDir: string, variables = {}): Promise<RunningServer> =>
  endWithTest(await startServer(dataDir, variables))

/** Starts a server that is to refuse; resolves with its exit code and what it said. */
async function refusedStart(variables: Readonly<Record<string, string>>) {
  const server = endWithTest(runProcess(['dist/node/node.js'], { PORT: '0', ...variables }))
  const code = await new Promise((resolved) => server.child.once('close', resolved))
  return { code, said: server.said() }
}

async function demoTally(origin: string): Promise<unknown> {
  const reply = await fetch(`${origin}${talliesPath('bojonegoro')}?article=/demo/`)
  return ((await reply.json()) as { tallies: unknown[] }).tallies[0]
}

test('in an empty folder it needs nothing but to be started', async () => {
  const folder = temporaryFolder()
  const port = String(await freePort())
  const inFolder = ['-c', 'cd "$0" && exec "$@"', folder, process.execPath]
  const settings = { PORT: port, DATA_DIR: '', DATABASE_URL: '', SECRET: '', PUBLIC_URL: '' }
  const program = [...inFolder, resolve('dist/node/node.js')]
  const server = endWithTest(runProcess(program, settings, 'bash'))
  const [, origin = ''] = await server.says(STARTED)
  expect(origin).toBe(`http://localhost:${port}`)

  expect(statSync(join(folder, 'data/secret')).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(folder, 'data/secret'), 'utf8')).toMatch(/^[\w-]{43}\n$/)
  expect(await (await fetch(`${origin}/healthz`)).json()).toEqual({ status: 'ok' })
  expect(await (await fetch(`${origin}/readyz`)).json()).toEqual({ status: 'ready' })
  const demo = await fetch(`${origin}/demo/`)
  const page = await demo.text()
  expect(demo.status).toBe(200)
  expect(page).toContain('src="/v1/widget.js"')
  expect(page).not.toContain('https://HOST')
  expect((await fetch(`${origin}/v1/widget.js`)).status).toBe(200)
  expect(await demoTally(origin)).toMatchObject({ views: 646, responses: 19 })
})

test('started again on another port it keeps its site, its counts and its secret', async () => {
  const dataDir = temporaryFolder()
  const first = await start(dataDir)
  const secret = readFileSync(join(dataDir, 'secret'), 'utf8')
  await view(first.origin, '/demo/')
  const token = ripeTokens(dataDir)(`${new URL(first.origin).host}/demo`)
  expect(await vote(first.origin, '/demo/', token, 1)).toBe(200)
  const before = await demoTally(first.origin)
  expect(before).toMatchObject({ views: 647, responses: 20 })
  expect(await first.end('SIGTERM')).toBe(0)

  const second = await start(dataDir, { PORT: String(await freePort()) })
  expect(second.origin).not.toBe(first.origin)
  expect(await demoTally(second.origin)).toEqual(before)
  expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe(secret)
  expect(await vote(second.origin, '/demo/', token, 1)).toBe(200)
  expect(await demoTally(second.origin)).toEqual(before)
})

test('every variable that is wrong is named in one message', async () => {
  const { code, said } = await refusedStart({
    DATA_DIR: temporaryFolder(),
    PORT: '99999',
    DATABASE_URL: 'libsql://example.org',
    PUBLIC_URL: 'example.org/counter',
    SECRET: 'short',
    LOG_LEVEL: 'loud',
  })
  expect(code).toBe(1)
  for (const name of ['PORT', 'DATABASE_URL', 'PUBLIC_URL', 'SECRET', 'LOG_LEVEL']) {
    expect(said).toContain(`${name} is `)
  }
  expect(said.trim().split('\n')).toHaveLength(1)
  expect(said).not.toContain('short;')
})

test('a data folder that is open to everybody is told at each start, until it is closed', async () => {
  const dataDir = temporaryFolder()
  chmodSync(dataDir, 0o755)
  const first = await start(dataDir)
  await first.says(/"warning".*chmod 700 /)
  expect(statSync(dataDir).mode & 0o777).toBe(0o755)
  await first.end('SIGTERM')

  chmodSync(dataDir, 0o700)
  expect((await start(dataDir)).said()).not.toContain('chmod')
})

test('another SECRET than the one the database was begun under is refused', async () => {
  const dataDir = temporaryFolder()
  await (await start(dataDir, { SECRET })).end('SIGTERM')

  const { code, said } = await refusedStart({ DATA_DIR: dataDir, SECRET: `${SECRET}!` })
  expect(code).toBe(1)
  expect(said).toMatch(/^The database was begun under another SECRET\. .*\n$/)
  expect(said).not.toContain(SECRET)
  expect((await fetch(`${(await start(dataDir, { SECRET })).origin}/readyz`)).status).toBe(200)
})

test('a port that is taken is refused, and the database let go of', async () => {
  const taken = createServer()
  const port = String(await freePort())
  await new Promise<void>((listening) => taken.listen(Number(port), '127.0.0.1', listening))
  onTestFinished(() => void taken.close())

  const dataDir = temporaryFolder()
  const { code, said } = await refusedStart({ DATA_DIR: dataDir, PORT: port, LOG_LEVEL: 'error' })
  expect(code).toBe(1)
  expect(said).toMatch(/^The port is taken \(.*\)\. Set PORT to another one\.\n$/)
  expect(said).toContain(port)
  expect((await fetch(`${(await start(dataDir)).origin}/readyz`)).status).toBe(200)
})

test('a database of a newer release is refused and stays as it is', async () => {
  const dataDir = temporaryFolder()
  const file = join(dataDir, 'tanggapan.db')
  await (await start(dataDir)).end('SIGTERM')
  readRows(file, `insert into migrations values ('99990101000000_later.sql', '9999-01-01')`)
  const book = readRows(file, 'select * from migrations')
  expect(book.length).toBeGreaterThan(1)

  const { code, said } = await refusedStart({ DATA_DIR: dataDir })
  expect(code).toBe(1)
  expect(said).toMatch(/^This release is older than the database: .*99990101000000_later\.sql.*\n$/)
  expect(readRows(file, 'select * from migrations')).toEqual(book)
})

test('a data folder that holds no database is refused in a sentence', async () => {
  const dataDir = temporaryFolder()
  mkdirSync(join(dataDir, 'tanggapan.db'))
  const { code, said } = await refusedStart({ DATA_DIR: dataDir })
  expect(code).toBe(1)
  expect(said).toMatch(/^The database cannot be opened \(.*\)\.\n$/)
})
