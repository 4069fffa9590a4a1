import { reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { createD1Database } from '../../server/entry/d1-database.ts'
import { VERIFICATION_CRON } from '../../server/entry/edge-verification.ts'
import worker from '../../server/entry/worker.ts'
import { migrate } from '../../server/store/migrate.ts'
import { MIGRATIONS } from '../../server/store/migrations.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import { describePublicPages } from '../contract/public-pages-contract.ts'
import { describeReaderRoutes } from '../contract/reader-routes-contract.ts'
import { openRoutes } from '../support/opened-routes.ts'
import { writeRequest } from '../support/write-request.ts'

async function onD1() {
  const database = createD1Database(env.DB)
  await migrate(database, MIGRATIONS, '2026-01-01T00:00:00.000Z')
  return openRoutes(database, createSharedStore, () => Promise.resolve())
}

describeReaderRoutes('Workers with D1', onD1)
describePublicPages('Workers with D1', onD1)

test('articles that are due are verified by the clock, and only their failures kept here', async () => {
  await reset()
  const database = createD1Database(env.DB)
  await migrate(database, MIGRATIONS, '2026-01-01T00:00:00.000Z')
  const store = createSharedStore(database)
  await store.addSite({
    key: 'desa',
    name: 'Desa',
    timeZone: 'Asia/Jakarta',
    settings: {},
    loopback: false,
    intranet: false,
    addedAt: 0,
    origins: [{ origin: 'https://10.1.2.3', role: 'primary' }],
  })
  await store.recordView({ site: 'desa', key: '10.1.2.3/a' }, '2026-03-01', null)
  await worker.scheduled({ cron: '7 * * * *' }, env)
  expect(await store.readFailures('desa')).toEqual([])
  await worker.scheduled({ cron: VERIFICATION_CRON }, env)
  expect(await store.readFailures('desa')).toEqual([
    { reason: 'private-address', articles: 1, example: '10.1.2.3/a' },
  ])
})

test('a new deployment makes its tables and the demo, and takes the first view and vote', async () => {
  await reset()
  const send = (path: string, body: Record<string, unknown>) => {
    const headers = { Origin: 'https://tanggapan.example' }
    return worker.fetch(writeRequest({ path, body, headers }), env)
  }
  const site = 'bojonegoro'
  const article = '/demo/'

  const viewed = await send('/v1/views', { site, article, visit: 'new' })
  expect(viewed.status).toBe(200)
  const figures = (await viewed.json()) as { token: string }
  expect(figures).toMatchObject({ article: 'tanggapan.example/demo', views: 647, responses: 19 })

  const { token } = figures
  const ballot = 'b'.repeat(22)
  const vote = { site, article, ballot, turn: 1, choice: 'cukup-puas', token }
  const voted = await send('/v1/votes', vote)
  expect(voted.status).toBe(200)
  expect(await voted.json()).toMatchObject({
    views: 647,
    responses: 20,
    votes: { 'sangat-puas': 14, puas: 2, 'cukup-puas': 2, 'tidak-puas': 2 },
    choice: 'cukup-puas',
  })
})
