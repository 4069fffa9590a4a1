import { expect, onTestFinished, test } from 'vitest'
import { createSiteDirectory } from '../../server/domain/site/site-directory.ts'
import { startVerifier, type VerifierDeps } from '../../server/domain/verification/verifier.ts'
import { NODE_SCHEDULER } from '../../server/entry/node-scheduler.ts'
import { createPageVisits } from '../../server/entry/page-visits.ts'
import { createExclusiveStore } from '../../server/store/exclusive-store.ts'
import { openMigrated } from '../support/opened-database.ts'
import { type SiteServer, startSite } from '../support/site-server.ts'

const DAY = '2026-11-24'
const NOW = 1_795_500_000
const PATIENCE = { timeout: 10_000 }

interface Begun {
  readonly verifier: ReturnType<typeof startVerifier>
  readonly faults: unknown[]
}

/** A store with a site of an intranet at a server here, and articles that were viewed. */
async function open(server: SiteServer, paths: readonly string[]) {
  const database = await openMigrated(':memory:')
  const store = createExclusiveStore(database, NODE_SCHEDULER)
  onTestFinished(() => store.close())
  const host = `desa.example:${server.port}`
  const site = { name: 'Desa', timeZone: 'Asia/Jakarta', settings: {}, loopback: false }
  await store.addSite({
    ...site,
    key: 'desa',
    intranet: true,
    addedAt: 0,
    origins: [{ origin: `http://${host}`, role: 'primary' }],
  })
  for (const path of paths) await store.recordView({ site: 'desa', key: host + path }, DAY, null)
  const stored = () => database.read({ sql: 'select count(*) from articles' })
  await expect.poll(stored, PATIENCE).toEqual([[paths.length]])

  /** With pauses of a millisecond instead of half a second. */
  function begin(more: Partial<VerifierDeps> = {}): Begun {
    const faults: unknown[] = []
    const verifier = startVerifier({
      store,
      sites: createSiteDirectory(store, Date.now, () => undefined),
      clock: () => NOW * 1000,
      chance: () => 0.5,
      after: (_, run) => NODE_SCHEDULER.after(1, run),
      beginVisit: createPageVisits(() => Promise.resolve(['127.0.0.1'])),
      onFault: (fault) => faults.push(fault),
      ...more,
    })
    onTestFinished(() => verifier.stop())
    return { verifier, faults }
  }

  const rows = (columns: string) =>
    database.read({ sql: `select ${columns} from articles order by key` })
  return { store, host, begin, rows }
}

async function serve(answer: Parameters<typeof startSite>[0]): Promise<SiteServer> {
  const server = await startSite(answer)
  onTestFinished(() => server.close())
  return server
}

test('articles are asked for, and what their site says is kept', async () => {
  const server = await serve(({ url }, response) => {
    const status = url === '/a' ? 200 : 404
    response.writeHead(status, { 'Content-Type': 'text/html' }).end('<title>Jalan</title>')
  })
  const { store, host, begin, rows } = await open(server, ['/a', '/b'])
  const { faults } = begin()
  await expect
    .poll(() => rows('verified, title, failure, attempts, next_attempt'), PATIENCE)
    .toEqual([
      [1, 'Jalan', null, 0, 0],
      [0, null, 'not-found', 1, NOW + 60],
    ])
  expect(await store.listArticles('desa', '', 10)).toEqual([{ key: `${host}/a`, title: 'Jalan' }])
  expect(faults).toEqual([])
})

test('one server is asked one thing at a time, until all is known', async () => {
  let now = 0
  let most = 0
  const server = await serve((_, response) => {
    now += 1
    most = Math.max(most, now)
    setTimeout(() => {
      now -= 1
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>Jalan</title>')
    }, 20)
  })
  const paths = Array.from({ length: 25 }, (_, i) => `/${i}`)
  const { begin, rows } = await open(server, paths)
  begin()
  await expect.poll(() => rows('sum(verified)'), PATIENCE).toEqual([[25]])
  expect(most).toBe(1)
  expect(server.asked.map(({ url }) => url).sort()).toEqual([...paths].sort())
})

test('a visit that is ended says nothing about the site', async () => {
  let hangUp: () => void = () => undefined
  const hungUp = new Promise<void>((resolve) => {
    hangUp = resolve
  })
  const server = await serve((_, response) => {
    response.on('close', hangUp)
  })
  const { begin, rows } = await open(server, ['/a'])
  const { verifier } = begin()
  await expect.poll(() => server.asked.length, PATIENCE).toBe(1)
  await verifier.stop()
  await hungUp
  expect(await rows('verified, failure, attempts')).toEqual([[0, null, 0]])
})

test('what fails in the store is told, and the site is left alone for long', async () => {
  const server = await serve((_, response) => {
    response.writeHead(404).end()
  })
  const { store, begin } = await open(server, ['/a', '/b'])
  const fault = new Error('cut')
  let goOn = createStep()
  const { faults } = begin({
    store: {
      readDueArticles: store.readDueArticles,
      verifyArticles: store.verifyArticles,
      failArticle: () => Promise.reject(fault),
    },
    after: (_, run) => goOn.set(run),
  })
  /** Lets one pause go by, and what comes after it. */
  async function pause(): Promise<void> {
    const run = await goOn.got
    goOn = createStep()
    run()
    await goOn.got
  }
  await expect.poll(() => faults, PATIENCE).toEqual([fault])
  for (let n = 0; n < 100; n++) await pause()
  expect(server.asked).toHaveLength(1)
  for (let n = 0; n < 50; n++) await pause()
  await expect.poll(() => server.asked.length, PATIENCE).toBe(2)
})

/** Something that is going to be run, as a promise. */
function createStep() {
  let set: (run: () => void) => void = () => undefined
  const got = new Promise<() => void>((resolve) => {
    set = resolve
  })
  return { got, set: (run: () => void) => set(run) }
}
