import { expect, onTestFinished, test } from 'vitest'
import { DEMO_SITE, ensureDemoSite, meetDemoAt } from '../../server/domain/site/demo-site.ts'
import { NODE_SCHEDULER } from '../../server/entry/node-scheduler.ts'
import { createExclusiveStore } from '../../server/store/exclusive-store.ts'
import { purgeSite } from '../../server/store/purge-site.ts'
import { openMigrated } from '../support/opened-database.ts'

const HERE = 'http://localhost:8787'
const NOW = Date.UTC(2026, 10, 24)
const ARTICLE = { site: DEMO_SITE, key: 'localhost:8787/demo' }

async function open() {
  const database = await openMigrated(':memory:')
  const store = createExclusiveStore(database, NODE_SCHEDULER)
  onTestFinished(() => store.close())
  return { database, store, query: (sql: string) => database.read({ sql }) }
}

test('a new server has the article where it began, with the counts of its old footer', async () => {
  const { store } = await open()
  expect(await ensureDemoSite(store, HERE, NOW)).toBe(true)
  const [site] = await store.readSites()
  expect(site).toMatchObject({
    key: 'bojonegoro',
    timeZone: 'Asia/Jakarta',
    loopback: true,
    intranet: false,
    addedAt: NOW / 1000,
    origins: [{ origin: HERE, role: 'primary' }],
  })
  expect((await store.readArticle(ARTICLE, null)).opening).toMatchObject({
    views: 646,
    votes: { 'sangat-puas': 14, puas: 2, 'cukup-puas': 1, 'tidak-puas': 2 },
    estimate: true,
  })
  // What it is called is known, so that nobody asks for it.
  expect(await store.listArticles(DEMO_SITE, '', 10)).toEqual([
    { key: ARTICLE.key, title: expect.stringContaining('Smart City') },
  ])
})

test('another start changes nothing of it, though the server answers elsewhere by then', async () => {
  const { store, query } = await open()
  await ensureDemoSite(store, HERE, NOW)
  await store.setClosed(ARTICLE, true)
  const rows = () => query('select * from sites, origins, articles, opening_balances')
  const before = await rows()
  expect(before).toHaveLength(1)
  expect(await ensureDemoSite(store, 'https://tanggapan.example', NOW + 1000)).toBe(true)
  expect(await rows()).toEqual(before)
})

test('set up at another address, its readers may answer there too, under the same article', async () => {
  const { store, query } = await open()
  const [by, there] = [{ at: NOW / 1000, actor: 'ibu@example.go.id' }, 'https://tanggapan.example']
  await ensureDemoSite(store, HERE, NOW)
  expect(await meetDemoAt(store, 'http://127.0.0.1:9000', by)).toBe(false)
  expect(await meetDemoAt(store, there, by)).toBe(true)
  expect(await meetDemoAt(store, there, by)).toBe(false)
  const [site] = await store.readSites()
  expect(site?.origins).toMatchObject([
    { origin: HERE, role: 'primary' },
    { origin: there, role: 'mirror' },
  ])
  expect(await query('select actor, action, site from audit')).toEqual([
    ['ibu@example.go.id', 'add-origin', DEMO_SITE],
  ])
})

test('a site of that key which is no demo is left alone', async () => {
  const { store } = await open()
  await store.addSite({
    ...{ key: DEMO_SITE, name: 'Kabupaten Bojonegoro', timeZone: 'Asia/Jakarta', settings: {} },
    ...{ loopback: false, intranet: false, addedAt: NOW / 1000 },
    origins: [{ origin: 'https://bojonegoro.example', role: 'primary' }],
  })
  const by = { at: NOW / 1000, actor: 'ibu@example.go.id' }
  expect(await meetDemoAt(store, 'https://tanggapan.example', by)).toBe(false)
})

test('once purged it stays away', async () => {
  const { database, store, query } = await open()
  await ensureDemoSite(store, HERE, NOW)
  await purgeSite(database, DEMO_SITE, DEMO_SITE, NOW / 1000)
  expect(await ensureDemoSite(store, HERE, NOW)).toBe(false)
  expect(await query('select count(*) from sites')).toEqual([[0]])
})
