import { expect, onTestFinished, test } from 'vitest'
import { NODE_SCHEDULER } from '../../server/entry/node-scheduler.ts'
import { createExclusiveStore } from '../../server/store/exclusive-store.ts'
import type { Store } from '../../server/store/store.ts'
import { openMigrated } from '../support/opened-database.ts'

/** More articles than the store keeps in memory. */
const MANY = 50_100
const DAY = '2026-03-01'

const articleAt = (path: string | number) => ({ site: 'desa', key: `desa.go.id/${path}` })
const voterOf = (n: number) => n.toString(16).padStart(32, '0')
const asked = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => articleAt(from + i))

async function open(): Promise<Store> {
  const store = createExclusiveStore(await openMigrated(':memory:'), NODE_SCHEDULER)
  onTestFinished(() => store.close())
  await store.addSite({
    key: 'desa',
    name: 'Desa',
    timeZone: 'Asia/Jakarta',
    settings: {},
    loopback: false,
    origins: [{ origin: 'https://desa.go.id', role: 'primary' }],
  })
  return store
}

test('an article keeps its counts beside any number of unknown ones', async () => {
  const store = await open()
  const article = articleAt('berita')
  // A view would keep it in memory until it is on disk.
  await store.takeTurn({ article, voter: voterOf(1), turn: 1, choice: 'puas', day: DAY })
  const counted = await store.readArticle(article, null)
  expect(counted).toMatchObject({ views: 0, votes: { puas: 1 } })

  for (let from = 0; from < MANY; from += 100) {
    const states = await store.readArticles([article, ...asked(from, from + 100)])
    expect(states[0]).toEqual(counted)
  }
  expect((await store.readArticles([...asked(0, 100), article]))[100]).toEqual(counted)
  expect(await store.recordView(article, DAY, voterOf(1))).toMatchObject({
    views: 1,
    votes: { puas: 1 },
    own: { choice: 'puas' },
  })
})

test('views and votes of more articles than fit in memory are all counted', async () => {
  const store = await open()
  const some = asked(0, 500)
  for (const article of some) await store.recordView(article, DAY, null)
  await store.readArticles(asked(500, MANY))
  await Promise.all(
    some.map((article) =>
      store.takeTurn({ article, voter: voterOf(1), turn: 1, choice: 'tidak-puas', day: DAY }),
    ),
  )
  for (const article of some) await store.recordView(article, DAY, null)
  await store.readArticles(asked(500, MANY))
  for (const state of await store.readArticles(some)) {
    expect(state).toMatchObject({ views: 2, votes: { 'tidak-puas': 1 } })
  }
})
