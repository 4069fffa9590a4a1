import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkSecret } from '../../server/domain/secret-check.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'
import { startFailure } from '../../server/entry/start-failure.ts'
import { migrate } from '../../server/store/migrate.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import { openDatabase, openMigrated } from '../support/opened-database.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** What is said of the way in which something failed. */
async function said(failing: Promise<unknown>): Promise<string> {
  return failing.then(
    () => 'nothing failed',
    (reason: unknown) => startFailure(reason),
  )
}

test('a database in use', async () => {
  const url = `file:${join(temporaryFolder(), 'tanggapan.db')}`
  const first = await openDatabase(url)
  onTestFinished(() => first.close())
  expect(await said(openDatabase(url))).toBe(
    'The database is in use by another process. Stop that one first, or set DATABASE_URL to another file.',
  )
})

test('a folder where the database should be', async () => {
  const path = join(temporaryFolder(), 'tanggapan.db')
  mkdirSync(path)
  expect(await said(openDatabase(`file:${path}`))).toMatch(
    /^The database cannot be opened \(.*tanggapan\.db/,
  )
})

test('a file that is no database', async () => {
  const path = join(temporaryFolder(), 'tanggapan.db')
  writeFileSync(path, 'Bukan basis data. '.repeat(1000))
  expect(await said(openDatabase(`file:${path}`))).toMatch(
    /^The database cannot be opened \(SQLITE_NOTADB.*It was left as it is\. .*npm run operate -- restore FILE$/,
  )
})

test('another secret; the first one stays good', async () => {
  const database = await openMigrated(':memory:')
  onTestFinished(() => database.close())
  const store = createSharedStore(database)
  const first = Buffer.from('rahasia yang cukup panjang untuk uji')
  await checkSecret(store, nodeMac, first)
  const other = Buffer.from('rahasia lain yang juga cukup panjang')
  expect(await said(checkSecret(store, nodeMac, other))).toBe(
    'The database was begun under another SECRET. Start with that one: under a new one no reader could change or withdraw a vote.',
  )
  expect(await said(checkSecret(store, nodeMac, first))).toBe('nothing failed')
})

test('a database of a newer release', async () => {
  const database = await openDatabase(':memory:')
  onTestFinished(() => database.close())
  await migrate(database, { '9-baru.sql': 'create table baru (x integer)' }, '2027-01-01')
  expect(await said(migrate(database, {}, '2026-01-01'))).toBe(
    'This release is older than the database: the database has 9-baru.sql, which this release lacks. Start the newer release, or return to the copy from before it: npm run operate -- rollback',
  )
})

test('a migration that failed', async () => {
  const database = await openDatabase(':memory:')
  onTestFinished(() => database.close())
  const broken = { '1-rusak.sql': 'insert into tiada values (1)' }
  expect(await said(migrate(database, broken, '2026-01-01'))).toMatch(
    /^The database was left as it is, because it could not be migrated \(1-rusak\.sql: .*tiada\)\. .*npm run operate -- rollback$/,
  )
})

test('a port that is taken', async () => {
  const first = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void first.close())
  await once(first, 'listening')
  const { port } = first.address() as AddressInfo
  const second = createServer().listen(port, '127.0.0.1')
  expect(await said(once(second, 'listening'))).toMatch(
    new RegExp(`^The port is taken \\(.*${port}\\)\\. Set PORT to another one\\.$`),
  )
})

test('anything else is told as it is', async () => {
  expect(startFailure(new TypeError('tak terduga'))).toContain('TypeError: tak terduga')
  expect(startFailure('tak terduga')).toBe('tak terduga')
})
