import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { talliesPath } from '../../shared/paths.ts'
import { COPY_BEFORE, EARLIER_VOTES, earlierData } from '../support/earlier-data.ts'
import { operate } from '../support/operate-command.ts'
import { readRows } from '../support/read-rows.ts'
import { view, vote } from '../support/reader-requests.ts'
import { runProcess } from '../support/running-process.ts'
import { startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const VARIABLES = { LOG_LEVEL: 'error', PUBLIC_URL: 'http://localhost' }
/** Makes the second migration fail half-way: an index of a name that it takes exists already. */
const STUMBLING = 'create index articles_unverified on articles (key);'
const BOOK = 'select name from migrations order by name'

async function start(dataDir: string) {
  const server = await startServer(dataDir, VARIABLES)
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  return server
}

/** Starts a server that is to refuse; resolves with its exit code and what it said. */
async function refusedStart(dataDir: string) {
  const server = runProcess(['dist/node/node.js'], { PORT: '0', DATA_DIR: dataDir, ...VARIABLES })
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  const code = await new Promise((resolved) => server.child.once('close', resolved))
  return { code, said: server.said() }
}

const beginningWith = (dataDir: string, begin: string) =>
  readdirSync(dataDir).filter((name) => name.startsWith(begin))

test('a database in use is copied before it is migrated, a new one is not', async () => {
  const { dataDir, file } = earlierData()
  const before = readRows(file, EARLIER_VOTES)
  const { origin, end } = await start(dataDir)
  const reply = await fetch(`${origin}${talliesPath('bojonegoro')}?article=http://localhost/lama`)
  expect(await reply.json()).toMatchObject({ tallies: [{ responses: 1 }] })
  expect(await end('SIGTERM')).toBe(0)

  const copy = join(dataDir, COPY_BEFORE)
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  expect(readRows(copy, EARLIER_VOTES)).toEqual(before)
  expect(readRows(copy, BOOK)).toHaveLength(1)

  const fresh = temporaryFolder()
  expect(await (await start(fresh)).end('SIGTERM')).toBe(0)
  expect(beginningWith(fresh, 'tanggapan.db.')).toEqual([])
})

test('rollback returns to that copy and keeps what was there', async () => {
  const { dataDir, file } = earlierData()
  const before = readRows(file, EARLIER_VOTES)
  const server = await start(dataDir)
  const token = await view(server.origin, '/baru')
  expect(await vote(server.origin, '/baru', token, 1)).toBe(200)

  const beside = await operate(dataDir, ['rollback'])
  expect(beside).toMatchObject({ code: 1, said: expect.stringContaining('in use by another') })
  expect(await server.end('SIGTERM')).toBe(0)
  const book = readRows(file, BOOK)
  const { code, said } = await operate(dataDir, ['rollback', '--json'])
  expect(code, said).toBe(0)

  expect(readRows(file, BOOK)).toHaveLength(1)
  expect(readRows(file, EARLIER_VOTES)).toEqual(before)
  const { keptAs } = JSON.parse(said) as { keptAs: string }
  expect(readRows(keptAs, BOOK)).toEqual(book)
  expect(readRows(keptAs, 'select count(*) as votes from votes')).toEqual([{ votes: 2 }])
  expect(beginningWith(dataDir, 'tanggapan.db.before')).toEqual([])
  const again = await operate(dataDir, ['rollback'])
  expect(again).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^There is no copy from before/),
  })
})

test('what a killed server left in its log stays with the database that it belongs to', async () => {
  const { dataDir, file } = earlierData()
  const before = readRows(file, EARLIER_VOTES)
  const server = await start(dataDir)
  const token = await view(server.origin, '/baru')
  for (let reader = 1; reader <= 5; reader++) {
    expect(await vote(server.origin, '/baru', token, reader)).toBe(200)
  }
  await server.end('SIGKILL')
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
  const { code, said } = await operate(dataDir, ['rollback', '--json'])
  expect(code, said).toBe(0)
  expect(readRows(file, EARLIER_VOTES)).toEqual(before)
  const { keptAs } = JSON.parse(said) as { keptAs: string }
  expect(readRows(keptAs, 'select count(*) as votes from votes')).toEqual([{ votes: 6 }])
})

test('a migration that fails half-way leaves the database as it was, and the way back is named', async () => {
  const { dataDir, file } = earlierData(STUMBLING)
  const whole = 'select type, name, sql from sqlite_master order by name'
  const [tables, votes] = [readRows(file, whole), readRows(file, EARLIER_VOTES)]
  for (let attempt = 1; attempt <= 2; attempt++) {
    const { code, said } = await refusedStart(dataDir)
    expect(said).toMatch(
      /^The database was left as it is, because it could not be migrated \(.*articles_unverified.*npm run operate -- rollback$/m,
    )
    expect(said).not.toContain('    at ')
    expect(code).toBe(1)
    expect(readRows(file, whole)).toEqual(tables)
    expect(readRows(file, EARLIER_VOTES)).toEqual(votes)
  }
  const { code, said } = await operate(dataDir, ['rollback'])
  expect(code, said).toBe(0)
  expect(readRows(file, EARLIER_VOTES)).toEqual(votes)
})

test('rollback helps where the database is damaged, and does not take a damaged copy', async () => {
  const { dataDir, file } = earlierData()
  const before = readRows(file, EARLIER_VOTES)
  expect(await (await start(dataDir)).end('SIGTERM')).toBe(0)
  const copy = join(dataDir, COPY_BEFORE)
  const good = readFileSync(copy)
  const damaged = Buffer.concat([good.subarray(0, 4096), Buffer.alloc(good.length - 4096, 7)])
  writeFileSync(copy, damaged)
  const present = readFileSync(file)
  expect(await operate(dataDir, ['rollback'])).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^Nothing was changed: .* is damaged: /),
  })
  expect(readFileSync(file)).toEqual(present)

  writeFileSync(copy, good)
  writeFileSync(file, 'Bukan basis data. '.repeat(1000))
  const { code, said } = await operate(dataDir, ['rollback'])
  expect(code, said).toBe(0)
  expect(readRows(file, EARLIER_VOTES)).toEqual(before)
})

test('a file that is no database is refused, left as it is, and the way back is named', async () => {
  const dataDir = temporaryFolder()
  const file = join(dataDir, 'tanggapan.db')
  const bytes = Buffer.from('Bukan basis data. '.repeat(1000))
  writeFileSync(file, bytes)
  const { code, said } = await refusedStart(dataDir)
  expect(said).toMatch(/^The database cannot be opened \(.*npm run operate -- restore FILE$/m)
  expect(code).toBe(1)
  expect(readFileSync(file)).toEqual(bytes)
})
