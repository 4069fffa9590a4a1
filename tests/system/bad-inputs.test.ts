import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPageTokens } from '../../server/domain/page-token.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'
import { talliesPath } from '../../shared/paths.ts'
import { exchange, type RawReply } from '../support/fuzz/raw-exchange.ts'
import { readRows } from '../support/read-rows.ts'
import { readerHeaders } from '../support/reader-headers.ts'
import { view } from '../support/reader-requests.ts'
import { ripeTokens } from '../support/ripe-tokens.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { secretOf } from '../support/secret-of.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/* The table of bad inputs, row by row, as the built server answers them over a socket. */

const SITE = 'bojonegoro'
const ARTICLE = '/bad-inputs'
const CLOSED = '/closed'
const BALLOT = 'bad-inputs-00000000001'
const [VIEWS, VOTES, WITHDRAWALS] = ['/v1/views', '/v1/votes', '/v1/withdrawals']
const WRITES = [VIEWS, VOTES, WITHDRAWALS]
const TWO_HOURS = 7_200_000

let server: RunningServer
let tokenOf: (key: string) => string
let keyOf: (path: string) => string
let dataDir: string
let cleanUp: () => void
let readers = 0

beforeAll(async () => {
  dataDir = temporaryFolder((remove) => {
    cleanUp = remove
  })
  const first = await startServer(dataDir, { PUBLIC_URL: 'http://localhost' })
  for (const path of [ARTICLE, CLOSED]) await view(first.origin, path)
  await first.end('SIGTERM')
  const close = `update articles set closed = 1 where key = 'localhost${CLOSED}' returning id`
  expect(readRows(join(dataDir, 'tanggapan.db'), close)).toHaveLength(1)
  server = await startServer(dataDir, { PUBLIC_URL: 'http://localhost' })
  tokenOf = ripeTokens(dataDir)
  keyOf = (path) => `localhost${path}`
})

afterAll(async () => {
  await server.end('SIGKILL')
  cleanUp()
})

type Fields = Readonly<Record<string, unknown>>
type Headers = Readonly<Record<string, string | undefined>>

/** A body that is right for a write address, but for some fields. */
function bodyFor(path: string, fields: Fields = {}): Fields {
  const named = { site: SITE, article: ARTICLE }
  if (path === VIEWS) return { ...named, visit: 'repeat', ...fields }
  const turn = { ...named, ballot: BALLOT, turn: 1 }
  if (path === WITHDRAWALS) return { ...turn, ...fields }
  return { ...turn, choice: 'puas', token: tokenOf(keyOf(ARTICLE)), ...fields }
}

/** Sends a request as it is; each is another reader's. */
async function send(
  method: string,
  target: string,
  body: Fields | string = '',
  headers: Headers = {},
): Promise<RawReply> {
  readers += 1
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const usual: Headers = {
    Host: new URL(server.origin).host,
    ...readerHeaders(readers),
    Origin: server.origin,
    'Content-Type': 'text/plain',
    'Content-Length': text === '' ? undefined : String(Buffer.byteLength(text)),
    Connection: 'close',
    ...headers,
  }
  const lines = Object.entries(usual).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  )
  const bytes = Buffer.from(
    `${[`${method} ${target} HTTP/1.1`, ...lines, '', ''].join('\r\n')}${text}`,
  )
  const { replies } = await exchange(server.origin, bytes, method, false)
  const [reply] = replies
  if (!reply) throw new Error(`${method} ${target} was left without an answer`)
  return reply
}

const post = (path = '', fields: Fields = {}, headers: Headers = {}) =>
  send('POST', path, bodyFor(path, fields), headers)

/** Status, and the type of the problem where it is one. */
function told({ status, headers, body }: RawReply): string {
  if (headers.get('content-type') !== 'application/problem+json') return String(status)
  return `${status} ${(JSON.parse(body) as { type: string }).type}`
}

async function everyOne(answer: string, asked: readonly Promise<RawReply>[]): Promise<void> {
  const answers = (await Promise.all(asked)).map(told)
  expect(answers).toEqual(answers.map(() => answer))
  expect(answers.length).toBeGreaterThan(0)
}

const figuresOf = ({ body }: RawReply) => JSON.parse(body) as Fields

describe('bad inputs over the wire', () => {
  test('choice missing, unknown, number, array, 1 kB string', async () => {
    const choices = [undefined, 'sedang', 4, ['puas'], 'puas'.repeat(250), null, 'Puas', 'puas ']
    await everyOne(
      '400 choice',
      choices.map((choice) => post(VOTES, { choice })),
    )
  })

  test('unknown field, above all ip, userAgent, timestamp, title, weight', async () => {
    const names = ['ip', 'userAgent', 'timestamp', 'title', 'weight', 'constructor', '']
    await everyOne(
      '400 unknown-field',
      WRITES.flatMap((path) => names.map((name) => post(path, { [name]: 1 }))),
    )
    const own = JSON.stringify(bodyFor(VOTES)).replace('{', '{"__proto__":1,')
    expect(told(await send('POST', VOTES, own))).toBe('400 unknown-field')
  })

  test('body over 2 KB wins over every field', async () => {
    const large = WRITES.map((path) => post(path, { choice: 'x'.repeat(2048), ip: 1 }))
    await everyOne('413 body-size', large)
  })

  test('not JSON', async () => {
    const texts = ['{', 'null', '[]', '"puas"', '1', '\0', "{'site':1}", '{"site":1}}']
    await everyOne(
      '400 json',
      WRITES.flatMap((path) => texts.map((text) => send('POST', path, text))),
    )
  })

  test('ballot, visit, turn or page malformed', async () => {
    const odd = [null, 1, '', 'x'.repeat(21), 'x'.repeat(23), `${'x'.repeat(21)}=`, [BALLOT]]
    for (const path of [VOTES, WITHDRAWALS]) {
      await everyOne(
        '400 ballot',
        odd.map((ballot) => post(path, { ballot })),
      )
      const turns = [undefined, 0, -1, 1.5, '1', 2 ** 53, null, true]
      await everyOne(
        '400 turn',
        turns.map((turn) => post(path, { turn })),
      )
    }
    const visits = [undefined, 'baru', 1, null]
    await everyOne(
      '400 visit',
      visits.map((visit) => post(VIEWS, { visit })),
    )
    const pages = ['https://asing.example/x', 'javascript:1', '', 7]
    await everyOne(
      '400 page',
      pages.map((page) => post(VIEWS, { page })),
    )
  })

  test('vote or withdrawal on a closed article', async () => {
    const token = tokenOf(keyOf(CLOSED))
    const vote = post(VOTES, { article: CLOSED, token })
    await everyOne('409 closed', [vote, post(WITHDRAWALS, { article: CLOSED })])
  })

  test('form or multipart content type', async () => {
    const types = [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      undefined,
    ]
    await everyOne(
      '415 content-type',
      WRITES.flatMap((path) => types.map((type) => post(path, {}, { 'Content-Type': type }))),
    )
  })

  test('foreign Origin, null, look-alikes', async () => {
    const { port } = new URL(server.origin)
    const origins = [
      ...['null', '', 'https://asing.example', `http://localhost.evil.example:${port}`],
      ...[`http://localhost:${port}.`, `http://localhost.:${port}`, `HTTP://LOCALHOST:${port}`],
      ...[`http://LOCALHOST:${port}`, `ftp://localhost:${port}`, `http://localhost:${port}/`],
    ]
    await everyOne(
      '403 origin',
      WRITES.flatMap((path) => origins.map((Origin) => post(path, {}, { Origin }))),
    )
  })

  test('no Origin on a vote; on a view: tally returned, nothing counted', async () => {
    const none = { Origin: undefined }
    await everyOne('403 origin', [post(VOTES, {}, none), post(WITHDRAWALS, {}, none)])
    const before = figuresOf(await post(VIEWS))['views']
    const seen = await post(VIEWS, { visit: 'new' }, none)
    expect(figuresOf(seen)).toMatchObject({ views: before })
  })

  test('Sec-Fetch-Mode no-cors or navigate on a write', async () => {
    const asked = WRITES.flatMap((path) =>
      ['no-cors', 'navigate'].map((mode) => post(path, {}, { 'Sec-Fetch-Mode': mode })),
    )
    await everyOne('403 fetch-mode', asked)
  })

  test('unknown site', async () => {
    const sites = ['tidak-ada', 'BOJONEGORO', 'constructor', '__proto__']
    const asked = WRITES.flatMap((path) => sites.map((site) => post(path, { site })))
    const publicPages = ['', '/open-data.json', '/open-data.csv', '/chain.json', '/badge.svg']
    // One that is not switched on is as unknown.
    const reads = [...sites, SITE].flatMap((site) =>
      publicPages.map((page) => send('GET', `/s/${site}${page}`)),
    )
    asked.push(...reads, send('GET', `${talliesPath('tidak-ada')}?article=/x`))
    await everyOne('404 site', asked)
  })

  test('article address on another host, javascript:, userinfo, control characters, key over 512 bytes', async () => {
    const addresses = [
      ...[
        'https://asing.example/x',
        '//asing.example/x',
        'javascript:alert(1)',
        '/a\u0000b',
        '/a\nb',
      ],
      ...[
        'https://a:b@localhost/x',
        'https://localhost@asing.example/x',
        `/${'x'.repeat(510)}`,
        '',
      ],
    ]
    await everyOne(
      '400 article',
      WRITES.flatMap((path) => addresses.map((article) => post(path, { article }))),
    )
  })

  test('token missing, forged, expired, other article, fields shifted across borders', async () => {
    const key = keyOf(ARTICLE)
    const right = tokenOf(key)
    const { issue } = createPageTokens(nodeMac, secretOf(dataDir), nodeRandom)
    const shifted = issue({ site: `${SITE}${key[0]}`, key: key.slice(1) }, Date.now() - 2000)
    const tokens = [
      ...[
        undefined,
        '',
        'x',
        `${right.slice(0, -1)}${right.endsWith('0') ? '1' : '0'}`,
        `${right}0`,
      ],
      issue({ site: SITE, key }, Date.now() - TWO_HOURS - 60_000),
      issue({ site: SITE, key }, Date.now() + 60_000),
      ...[tokenOf(keyOf('/lain')), shifted],
    ]
    await everyOne(
      '401 token',
      tokens.map((token) => post(VOTES, { token })),
    )
  })

  test('the same ballot 200 times in parallel', async () => {
    const ballot = 'two-hundred-times-0001'
    const before = Number(figuresOf(await post(VIEWS))['responses'])
    const token = tokenOf(keyOf(ARTICLE))
    await everyOne(
      '200',
      Array.from({ length: 200 }, () => post(VOTES, { ballot, token })),
    )
    expect(figuresOf(await post(VIEWS, { ballot }))).toMatchObject({
      responses: before + 1,
      choice: 'puas',
    })
  })

  test('turn lower than the stored one · equal', async () => {
    const ballot = 'turns-in-any-order-001'
    const token = tokenOf(keyOf(ARTICLE))
    const first = await post(VOTES, { ballot, token, turn: 5, choice: 'puas' })
    const figures = figuresOf(first)
    for (const turn of [5, 4, 1]) {
      const late = await post(VOTES, { ballot, token, turn, choice: 'tidak-puas' })
      expect(told(late)).toBe('200')
      expect(figuresOf(late)).toEqual(figures)
    }
    const taken = await post(WITHDRAWALS, { ballot, turn: 5 })
    expect(figuresOf(taken)).toEqual(figures)
  })

  test('a listing whose address line passes the header limit', async () => {
    const long = Array.from({ length: 100 }, (_, i) => `article=/${i}/${'x'.repeat(200)}`).join('&')
    expect(told(await send('GET', `${talliesPath(SITE)}?${long}`))).toBe('431 header-size')
  })

  test('GET, HEAD or PUT on a write route', async () => {
    for (const path of WRITES) {
      for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH']) {
        const reply = await send(method, path ?? '')
        expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'POST, OPTIONS'])
      }
    }
  })

  test('//v1/votes, /v1/%76otes, %zz, NUL', async () => {
    const body = bodyFor(VOTES, { ballot: 'never-by-a-side-door-1' })
    const targets = [
      '//v1/votes',
      '/v1/%76otes',
      '/%zz',
      '/v1/votes%00',
      '/v1/votes\0',
      '/v1//votes',
    ]
    for (const target of targets) {
      expect([400, 404]).toContain((await send('POST', target, body)).status)
    }
    const seen = await post(VIEWS, { ballot: 'never-by-a-side-door-1' })
    expect(figuresOf(seen)).toMatchObject({ choice: null })
  })

  test('withdrawal with an unknown ballot', async () => {
    const stranger = await post(WITHDRAWALS, { ballot: 'never-seen-before-0001' })
    const known = await post(WITHDRAWALS, { ballot: 'turns-in-any-order-001', turn: 6 })
    expect([stranger, known].map(told)).toEqual(['200', '200'])
    const names = (reply: RawReply) => Object.keys(figuresOf(reply))
    expect(names(stranger)).toEqual(names(known))
  })
})

/** Rows that are held nearer to what they are about: the file, and words of the test there. */
const ELSEWHERE: readonly (readonly [row: string, file: string, words: string])[] = [
  ['half a body for 10 s', 'system/slow-client.test.ts', 'half a body and headers without an end'],
  [
    'a foreign Origin costs no database work',
    'contract/reader-routes-contract.ts',
    'is turned away without database work',
  ],
  ['501st unverified article at once', 'contract/reader-routes-contract.ts', 'article-quota'],
  [
    '61st new article of an hour from one /24',
    'server/guard/views-guarded.test.ts',
    'a /24 makes sixty articles in an hour',
  ],
  [
    'token reused, too fast, webdriver, empty UA, over quota',
    'contract/reader-routes-contract.ts',
    'a vote that is set aside',
  ],
  [
    'forged forwarding headers',
    'server/client-address.test.ts',
    'forged headers of a public peer change nothing',
  ],
  [
    '100 tallies: the widget splits',
    'end-to-end/listing.test.ts',
    'keeps each address line within 6 kB',
  ],
  [
    'IPv6 in any spelling',
    'server/guard/votes-guarded.test.ts',
    'an address is the same one however it is spelt',
  ],
  [
    'label override as text, 80 characters',
    'server/typed-settings.test.ts',
    'of labels and links are judged alike',
  ],
  ['10,000 forged entries in the offline queue', 'end-to-end/forged-outbox.test.ts', '10,000'],
  [
    'export cell starting = + - @ TAB CR, also behind spaces or full-width',
    'server/csv-text.test.ts',
    'a cell that begins with %s is a text',
  ],
  [
    'a remote database stalls for 10 s',
    'server/patient-database.test.ts',
    'is told so within three seconds',
  ],
  ['cut after commit', 'system/cut-connections.test.ts', 'whose connection is cut anywhere'],
  [
    'sort=name";drop or sort=constructor',
    'server/dashboard/articles.test.ts',
    'an order that there is not, %s, is refused',
  ],
  ['clock +30 d, −1 d: no vote lost', 'server/maintenance.test.ts', 'a day back keeps everything'],
  [
    'clock +30 d, −1 d: salts rotate once',
    'server/guard/views-guarded.test.ts',
    'salts are made once a day, a month ahead and a day back too',
  ],
]

describe('bad inputs held elsewhere', () => {
  test.each(ELSEWHERE)('%s', (_, file, words) => {
    // A row whose test was renamed has to be followed, or it is held no more.
    expect(readFileSync(join('tests', file), 'utf8')).toContain(words)
  })
})
