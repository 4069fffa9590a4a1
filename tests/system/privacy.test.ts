import { readdirSync, readFileSync } from 'node:fs'
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
import { view, voteBody } from '../support/reader-requests.ts'
import { startServer } from '../support/running-server.ts'
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
const SENTINELS = ['203.0.113.', 'sentinel', 'Sentinel', '127.0.0.1', '::1']

interface Asked {
  readonly method?: string
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

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
    [431, { method: 'GET', path: `/${'sentinel'.repeat(2500)}` }],
  ]
}

function ask(origin: string, { method = 'POST', path, body, headers }: Asked): Promise<number> {
  const common = { ...TELLTALES, Origin: origin, 'Content-Type': 'text/plain', ...headers }
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const sending = request({ hostname, port, method, path, headers: common }, (reply) => {
      reply.resume().once('end', () => resolve(reply.statusCode ?? 0))
    })
    sending.once('error', reject)
    sending.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

/** Every file of a folder with the words that occur in it. */
function found(folder: string, words: readonly string[]): string[] {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  return files.flatMap(({ name }) => {
    const bytes = readFileSync(join(folder, name))
    return words.filter((word) => bytes.includes(word)).map((word) => `${name}: ${word}`)
  })
}

test('nothing that tells who a reader is reaches a file or the output', async () => {
  const dataDir = temporaryFolder()
  const server = await startServer(dataDir)
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  const { origin } = server
  const token = await view(origin, ARTICLE)
  for (const [status, asked] of everything(token)) {
    expect(await ask(origin, asked), `${asked.path} ${JSON.stringify(asked.body)}`).toBe(status)
  }

  const secrets = [...SENTINELS, BALLOT, token]
  // The words that are stored on purpose show that a search finds what is there.
  expect(found(dataDir, [ARTICLE])).toContain(`tanggapan.db-wal: ${ARTICLE}`)
  expect(found(dataDir, secrets)).toEqual([])

  expect(await server.end('SIGTERM')).toBe(0)
  expect(found(dataDir, [ARTICLE])).toContain(`tanggapan.db: ${ARTICLE}`)
  expect(found(dataDir, secrets)).toEqual([])
  const said = server.said()
  expect(secrets.filter((word) => said.includes(word))).toEqual([])
})
