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
const HOUR = 60 * 60 * 1000
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

test.each([
  ['leads to its home page', 302],
  ['does not know', 404],
])(
  'what a site %s takes a place for three visits, and is found once it is there',
  async (_, status) => {
    let now = NOW * 1000
    let published = false
    const server = await serve((_request, response) => {
      if (published)
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>Jalan</title>')
      else response.writeHead(status, status === 302 ? { Location: '/' } : {}).end()
    })
    const { store, host, begin, rows } = await open(server, ['/a'])
    begin({ clock: () => now })
    const another = { site: 'desa', key: `${host}/b` }
    for (const [attempts, places] of [
      [1, 1],
      [2, 1],
      [3, 0],
    ]) {
      await expect.poll(() => rows('attempts'), PATIENCE).toEqual([[attempts]])
      expect(await store.countBeside(another)).toBe(places)
      now += HOUR
    }
    published = true
    now += HOUR
    await expect.poll(() => rows('verified, title'), PATIENCE).toEqual([[1, 'Jalan']])
  },
)

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

test('four servers are asked at once, a fifth when one of them has answered', async () => {
  const answers: (() => void)[] = []
  const server = await serve((_, response) => {
    answers.push(() => response.writeHead(404).end())
  })
  const { store, begin, rows } = await open(server, ['/a'])
  const [desa] = await store.readSites()
  for (let n = 1; n < 5; n++) {
    const host = `desa${n}.example:${server.port}`
    const origins = [{ origin: `http://${host}`, role: 'primary' as const }]
    if (desa) await store.addSite({ ...desa, key: `desa${n}`, origins })
    await store.recordView({ site: `desa${n}`, key: `${host}/a` }, DAY, null)
  }
  await expect.poll(() => rows('count(*)'), PATIENCE).toEqual([[5]])
  let pauses = 0
  const after: VerifierDeps['after'] = (_, run) => {
    pauses += 1
    NODE_SCHEDULER.after(1, run)
  }
  begin({ after })
  await expect.poll(() => answers.length, PATIENCE).toBe(4)
  const before = pauses
  await expect.poll(() => pauses, PATIENCE).toBeGreaterThan(before + 30)
  expect(answers).toHaveLength(4)
  answers.shift()?.()
  await expect.poll(() => answers.length, PATIENCE).toBe(4)
  for (const answer of answers) answer()
  await expect.poll(() => rows('sum(attempts)'), PATIENCE).toEqual([[5]])
})

test('what was read while it was stopped is not asked for any more', async () => {
  const server = await serve((_, response) => {
    response.writeHead(404).end()
  })
  const { store, begin } = await open(server, ['/a'])
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let due = 0
  const { verifier } = begin({
    store: {
      ...store,
      async readDueArticles(...asked) {
        const articles = await store.readDueArticles(...asked)
        due += articles.length
        await held
        return articles
      },
    },
  })
  await expect.poll(() => due, PATIENCE).toBe(1)
  const stopped = verifier.stop()
  letGo()
  await stopped
  expect(server.asked).toEqual([])
})

test('an article whose site is gone by then is left alone', async () => {
  const server = await serve((_, response) => {
    response.writeHead(404).end()
  })
  const { store, begin, rows } = await open(server, ['/a'])
  let read = 0
  begin({
    sites: { find: () => undefined },
    store: {
      ...store,
      readDueArticles(...asked) {
        read += 1
        return store.readDueArticles(...asked)
      },
    },
  })
  // Which needs the first article to be done with.
  await expect.poll(() => read, PATIENCE).toBeGreaterThan(2)
  expect(server.asked).toEqual([])
  expect(await rows('verified, failure, attempts')).toEqual([[0, null, 0]])
})

/** Something that is going to be run, as a promise. */
function createStep() {
  let set: (run: () => void) => void = () => undefined
  const got = new Promise<() => void>((resolve) => {
    set = resolve
  })
  return { got, set: (run: () => void) => set(run) }
}
