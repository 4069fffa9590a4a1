import { expect, onTestFinished, test } from 'vitest'
import { createSiteDirectory } from '../../server/domain/site/site-directory.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import { type Site, StorageError } from '../../server/store/store.ts'
import { openMigrated } from '../support/opened-database.ts'

const START = Date.UTC(2026, 2, 1)

const siteNamed = (key: string): Site => ({
  key,
  name: key,
  timeZone: 'Asia/Jakarta',
  settings: {},
  loopback: false,
  intranet: false,
  addedAt: 0,
  origins: [{ origin: `https://${key}.go.id`, role: 'primary' }],
})

/** A directory over a real store, with a clock and a database that the test can stop. */
async function directory() {
  const database = await openMigrated(':memory:')
  onTestFinished(() => database.close())
  const at = { now: START, down: false, hung: false, reads: 0 }
  const kept: Promise<unknown>[] = []
  const store = createSharedStore({
    ...database,
    read: (statement) => {
      at.reads += 1
      if (at.hung) return new Promise(() => undefined)
      return at.down ? Promise.reject(new StorageError('gone')) : database.read(statement)
    },
  })
  await store.addSite(siteNamed('desa'))
  return {
    at,
    store,
    kept,
    sites: createSiteDirectory(
      store,
      () => at.now,
      (work) => kept.push(work),
    ),
  }
}

test('a site is found by its key, with its rule', async () => {
  const { sites } = await directory()
  const listed = await sites.find('desa')
  expect(listed?.site).toMatchObject(siteNamed('desa'))
  expect(listed?.rule.homeHost).toBe('desa.go.id')
  expect(await sites.find('kota')).toBeUndefined()
})

test('an origin takes part when any site has it', async () => {
  const { sites, store } = await directory()
  await store.addSite(siteNamed('kota'))
  expect(await sites.admits('https://desa.go.id')).toBe(true)
  expect(await sites.admits('https://kota.go.id')).toBe(true)
  expect(await sites.admits('https://evil.example')).toBe(false)
})

test('for half a minute it asks the database for nothing', async () => {
  const { at, sites } = await directory()
  await sites.find('desa')
  const reads = at.reads
  at.now = START + 29_999
  for (let i = 0; i < 10; i++) await sites.find('desa')
  await sites.admits('https://desa.go.id')
  expect(at.reads).toBe(reads)
})

test('a new site is known after half a minute, and the old list serves meanwhile', async () => {
  const { at, store, sites } = await directory()
  await sites.find('desa')
  await store.addSite(siteNamed('kota'))
  at.now = START + 29_999
  expect(await sites.find('kota')).toBeUndefined()
  at.now = START + 30_000
  expect(await sites.find('desa')).toBeDefined()
  await expect.poll(() => sites.find('kota')).toBeDefined()
})

test('a clock that was set back does not keep an old list', async () => {
  const { at, store, sites } = await directory()
  await sites.find('desa')
  await store.addSite(siteNamed('kota'))
  at.now = START - 86_400_000
  await sites.find('desa')
  await expect.poll(() => sites.find('kota')).toBeDefined()
})

test('the old list serves while the database fails, and a new one when it answers', async () => {
  const { at, store, sites } = await directory()
  await sites.find('desa')
  await store.addSite(siteNamed('kota'))
  at.down = true
  at.now = START + 3_600_000
  for (let i = 0; i < 3; i++) {
    expect((await sites.find('desa'))?.site.name).toBe('desa')
    expect(await sites.admits('https://desa.go.id')).toBe(true)
  }
  at.down = false
  await expect.poll(() => sites.find('kota')).toBeDefined()
})

test('without any list yet the failure is told, and the next call tries again', async () => {
  const { at, sites } = await directory()
  at.down = true
  await expect(sites.find('desa')).rejects.toBeInstanceOf(StorageError)
  at.down = false
  expect(await sites.find('desa')).toBeDefined()
})

test('many first calls read the list once', async () => {
  const { at, sites } = await directory()
  await sites.find('desa')
  const once = at.reads
  const other = await directory()
  await Promise.all(Array.from({ length: 50 }, () => other.sites.find('desa')))
  expect(other.at.reads).toBe(once)
})

test('a reading that no reply waits for is kept going, and its failure is nobody’s', async () => {
  const { at, store, sites, kept } = await directory()
  await sites.find('desa')
  await store.addSite(siteNamed('kota'))
  at.now = START + 30_000
  expect(await sites.find('kota')).toBeUndefined()
  expect(kept).toHaveLength(2)
  await kept[1]
  expect(await sites.find('kota')).toBeDefined()

  at.down = true
  at.now += 30_000
  await sites.find('kota')
  await expect(kept[2]).resolves.toBeUndefined()
})

test('a reading that never ends is given up after five seconds', async () => {
  const { at, store, sites, kept } = await directory()
  await sites.find('desa')
  await store.addSite(siteNamed('kota'))
  at.now = START + 30_000
  at.hung = true
  await sites.find('kota')
  at.hung = false
  at.now += 4_999
  await sites.find('kota')
  expect(kept).toHaveLength(2)
  at.now += 1
  expect(await sites.find('kota')).toBeUndefined()
  await kept[2]
  expect(await sites.find('kota')).toBeDefined()
})

test('without any list yet the next call does not wait for a reading that never ends', async () => {
  const { at, sites } = await directory()
  at.hung = true
  void sites.find('desa')
  at.hung = false
  at.now += 5_000
  expect(await sites.find('desa')).toBeDefined()
})
