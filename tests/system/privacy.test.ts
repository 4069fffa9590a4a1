import { lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  talliesPath,
  VIEWS_PATH,
  VOTES_PATH,
  WIDGET_PATH,
  WITHDRAWALS_PATH,
} from '../../shared/paths.ts'
import { startWithLittleRoom } from '../support/little-room.ts'
import { operate } from '../support/operate-command.ts'
import { view, voteBody } from '../support/reader-requests.ts'
import { ripeTokens } from '../support/ripe-tokens.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ARTICLE = '/privacy/article'
const BALLOT = voteBody(ARTICLE, '', 7).ballot

/** What tells something about a reader, each with words that occur nowhere else. */
const TELLTALES = {
  'User-Agent': 'SentinelBrowser/77.5 (SentinelOS)',
  'X-Forwarded-For': '203.0.113.77',
  'X-Real-IP': '203.0.113.78',
  Forwarded: 'for=203.0.113.79;by=sentinelproxy',
  'CF-Connecting-IP': '203.0.113.80',
  Referer: 'https://sentinel-referer.example/page?from=sentinel',
  Cookie: 'session=sentinelcookie',
  'Accept-Language': 'xx-sentinel',
  Authorization: 'Bearer sentinelbearer',
}
/** Votes that are certainly more than find room. */
const MANY = 3000
const SENTINELS = [
  'cb00714d',
  '203.0.113.',
  'sentinel',
  'Sentinel',
  '127.0.0.1',
  '::1',
  '2001:db8:5e17',
]

/** The same by way of IPv6, for the readers whose address is one. */
const SIXTH = { ...TELLTALES, 'X-Forwarded-For': '2001:db8:5e17::77' }
/** Addresses as bytes: 203.0.113.77 to .80 in either order, and 2001:db8:5e17::77. */
const BINARY = [
  ...[77, 78, 79, 80].map((last) => Buffer.from([203, 0, 113, last])),
  ...[77, 78, 79, 80].map((last) => Buffer.from([last, 113, 0, 203])),
  Buffer.from('20010db85e17', 'hex'),
]

interface Asked {
  readonly method?: string
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const ADMIN_PATH = '/api/admin/sites/bojonegoro'
const SAFE = { 'X-Forwarded-Proto': 'https' }
const ADMIN = ['/standings', '/votes', '/audit', '/summary', '/notices', '/../sentinel/votes']

/** Every route, with what it answers well and what it refuses. */
function everything(token: string): [status: number, asked: Asked][] {
  const vote = { ...voteBody(ARTICLE, token, 7) }
  const { site, article, ballot } = vote
  const seen = { site, article, visit: 'new' }
  const tallies = talliesPath(site)
  const raw = { 'Content-Type': 'image/png' }
  return [
    [200, { path: VIEWS_PATH, body: seen }],
    [200, { path: VIEWS_PATH, body: { ...seen, ballot, page: article, visit: 'unknown' } }],
    [200, { path: VIEWS_PATH, body: { ...seen, automated: true } }],
    [200, { path: VOTES_PATH, body: vote }],
    [200, { path: VOTES_PATH, body: { ...vote, turn: 2, choice: 'tidak-puas' } }],
    [200, { path: WITHDRAWALS_PATH, body: { site, article, ballot, turn: 3 } }],
    [401, { path: VOTES_PATH, body: { ...vote, token: 'forged' } }],
    [404, { path: VIEWS_PATH, body: { ...seen, site: 'nowhere' } }],
    [400, { path: VIEWS_PATH, body: { ...seen, article: 'https://elsewhere.example/' } }],
    [400, { path: VOTES_PATH, body: { ...vote, choice: 'sentinel' } }],
    [400, { path: VOTES_PATH, body: { ...vote, sentinel: 'sentinel' } }],
    [400, { path: VOTES_PATH, body: 'sentinel' }],
    [413, { path: VOTES_PATH, body: { sentinel: 'sentinel'.repeat(500) } }],
    [415, { path: VOTES_PATH, body: vote, headers: raw }],
    [403, { path: VOTES_PATH, body: vote, headers: { Origin: 'https://sentinel.example' } }],
    [403, { path: VOTES_PATH, body: vote, headers: { 'Sec-Fetch-Mode': 'navigate' } }],
    [204, { method: 'OPTIONS', path: VOTES_PATH }],
    [405, { method: 'DELETE', path: VOTES_PATH }],
    [200, { method: 'GET', path: `${tallies}?article=${article}` }],
    [400, { method: 'GET', path: `${tallies}?sentinel=sentinel` }],
    [200, { method: 'GET', path: WIDGET_PATH }],
    [200, { method: 'GET', path: '/demo/' }],
    [302, { method: 'GET', path: '/' }],
    [200, { method: 'GET', path: '/healthz' }],
    [200, { method: 'GET', path: '/readyz' }],
    [404, { method: 'GET', path: '/sentinel?sentinel=sentinel' }],
    ...ADMIN.map((path): [number, Asked] => [
      401,
      { method: 'GET', path: ADMIN_PATH + path, headers: SAFE },
    ]),
    [401, { path: `${ADMIN_PATH}/releases`, body: { note: 'sentinel sentinel' }, headers: SAFE }],
    [431, { method: 'GET', path: `/${'sentinel'.repeat(2500)}` }],
  ]
}

function ask(
  origin: string,
  { method = 'POST', path, body, headers }: Asked,
  telltales: Readonly<Record<string, string>> = TELLTALES,
): Promise<number> {
  const common = { ...telltales, Origin: origin, 'Content-Type': 'text/plain', ...headers }
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const sending = request({ hostname, port, method, path, headers: common }, (reply) => {
      reply.resume().once('end', () => resolve(reply.statusCode ?? 0))
    })
    sending.once('error', reject)
    sending.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

/** Every file of a folder, and of those in it, with the words that occur in it. */
function found(folder: string, words: readonly (string | Buffer)[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(folder, name)
    if (!lstatSync(path).isFile()) return []
    const bytes = readFileSync(path)
    return words.filter((word) => bytes.includes(word)).map((word) => `${name}: ${word}`)
  })
}

/** What may be found nowhere once a server was asked everything. */
async function askEverything(origin: string): Promise<(string | Buffer)[]> {
  const secrets: (string | Buffer)[] = [...SENTINELS, ...BINARY, BALLOT]
  for (const telltales of [TELLTALES, SIXTH]) {
    const token = await view(origin, ARTICLE)
    secrets.push(token)
    for (const [status, asked] of everything(token)) {
      const told = `${asked.path} ${JSON.stringify(asked.body)}`
      expect(await ask(origin, asked, telltales), told).toBe(status)
    }
  }
  return secrets
}

function heard({ said }: RunningServer, secrets: readonly (string | Buffer)[]): string[] {
  const text = Buffer.from(said())
  return secrets.filter((word) => text.includes(word)).map(String)
}

async function start(dataDir: string): Promise<RunningServer> {
  const server = await startServer(dataDir)
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  return server
}

test('nothing that tells who a reader is reaches a file or the output', async () => {
  const dataDir = temporaryFolder()
  const server = await start(dataDir)
  const secrets = await askEverything(server.origin)
  // The words that are stored on purpose show that a search finds what is there.
  expect(found(dataDir, [ARTICLE])).toContain(`tanggapan.db-wal: ${ARTICLE}`)
  expect(found(dataDir, secrets)).toEqual([])

  expect(await server.end('SIGTERM')).toBe(0)
  expect(found(dataDir, [ARTICLE])).toContain(`tanggapan.db: ${ARTICLE}`)
  expect(found(dataDir, secrets)).toEqual([])
  expect(heard(server, secrets)).toEqual([])
})

test('nor a backup, or what is restored from it, or what a crash leaves', async () => {
  const dataDir = temporaryFolder()
  const server = await start(dataDir)
  const secrets = await askEverything(server.origin)

  const away = temporaryFolder()
  const file = join(away, 'first.backup')
  const { code, said } = await operate(dataDir, ['backup', file, '--json'])
  expect(code, said).toBe(0)
  writeFileSync(join(away, 'phrase'), (JSON.parse(said) as { phrase: string }).phrase)
  await server.end('SIGKILL')
  expect(found(dataDir, secrets)).toEqual([])
  expect(heard(server, secrets)).toEqual([])

  const elsewhere = join(away, 'data')
  const typed = ['restore', file, '--phrase-file', join(away, 'phrase')]
  expect((await operate(elsewhere, typed)).code).toBe(0)
  expect(found(elsewhere, [ARTICLE])).toContain(`tanggapan.db: ${ARTICLE}`)
  expect(found(away, secrets)).toEqual([])
})

test('nor what is said of a disk that is full', async () => {
  const dataDir = temporaryFolder()
  const server = await startWithLittleRoom(dataDir)
  const secrets = await askEverything(server.origin)
  const tokenOf = ripeTokens(dataDir)
  const key = `${new URL(server.origin).host}${ARTICLE}`
  const voting = { path: VOTES_PATH, body: {} }
  let refused = 0
  for (let reader = 1; reader < MANY && refused < 5; reader++) {
    const body = voteBody(ARTICLE, tokenOf(key), reader)
    const telltales = { ...TELLTALES, 'X-Forwarded-For': `203.0.113.${1 + (reader % 250)}` }
    if ((await ask(server.origin, { ...voting, body }, telltales)) === 503) refused += 1
  }
  expect(refused).toBe(5)
  expect(server.said()).toContain('StorageError')
  await server.end('SIGTERM')
  expect(found(dataDir, secrets)).toEqual([])
  expect(heard(server, secrets)).toEqual([])
})
