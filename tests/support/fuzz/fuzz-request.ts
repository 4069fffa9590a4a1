import {
  COUNT_PATH,
  explanationPath,
  talliesPath,
  VIEWS_PATH,
  VOTES_PATH,
  WIDGET_PATH,
  WITHDRAWALS_PATH,
  wordsPath,
} from '../../../shared/paths.ts'
import { readerHeaders } from '../reader-headers.ts'
import { pick, type Random, seeded } from '../seeded.ts'
import { type Draft, setHeader } from './draft.ts'
import { changeFields, changeText, type Fields, written } from './odd-body.ts'
import { changeFraming } from './odd-framing.ts'
import { changeHead } from './odd-head.ts'

/** What the server gave out at the beginning; the rest of a request follows from its number. */
export interface FuzzGround {
  readonly origin: string
  /** Articles with a page token of each. */
  readonly tokens: ReadonlyMap<string, string>
  /** A token of the admin API. */
  readonly adminToken: string
}

export interface FuzzRequest {
  readonly method: string
  readonly bytes: Buffer
  /** False where its end can't be told from it: the sender hangs up, and no answer is owed. */
  readonly whole: boolean
}

const SITE = '"bojonegoro"'
const ADMIN = '/api/admin/sites/bojonegoro'
const ADMIN_READS = [
  ...[
    '/standings',
    '/votes',
    '/audit',
    '/summary',
    '/notices',
    '/votes?standing=pending&reason=rate',
  ],
  ...['/standings?article=/fuzz/1&from=2026-01-01', '/audit?after=x', '/votes?limit=1&cursor=%00'],
]
const PUBLIC = [
  '',
  '/open-data.json',
  '/open-data.csv',
  '/chain.json',
  '/badge.svg?article=/fuzz/1',
]
const READS = [
  ...PUBLIC.map((path) => `/s/bojonegoro${path}`),
  ...[WIDGET_PATH, COUNT_PATH, wordsPath('jv'), explanationPath('en'), '/demo/', '/demo/demo.css'],
  ...[
    '/',
    '/healthz',
    '/readyz',
    '/w/0.1.0/widget.js',
    `${talliesPath('bojonegoro')}?article=/fuzz/1`,
  ],
]

/** Request number `index` of a seed: right at first, and then changed in some ways, or in none. */
export function fuzzRequest(ground: FuzzGround, seed: number, index: number): FuzzRequest {
  // Neighbours of a small generator's seeds resemble one another in their first numbers.
  const random = seeded(Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b))
  random()
  const { draft, fields } = rightRequest(ground, random)
  for (let changes = pick(random, [0, 1, 1, 1, 1, 2, 2, 3]); changes > 0; changes--) {
    const kind = random()
    if (kind < 0.5 && fields) changeFields(fields, random)
    else if (kind < 0.6) draft.body = changeText(fields ? written(fields) : draft.body, random)
    else if (kind < 0.9) changeHead(draft, random)
    else changeFraming(fields ? withBody(draft, fields) : draft, random)
  }
  return assembled(fields ? withBody(draft, fields) : draft)
}

/** The body as its fields are now, unless there is one already. */
function withBody(draft: Draft, fields: Fields): Draft {
  if (draft.body.length === 0) draft.body = written(fields)
  return draft
}

function rightRequest(ground: FuzzGround, random: Random): { draft: Draft; fields?: Fields } {
  const [article = '', token = ''] = pick(random, [...ground.tokens])
  const common: Fields = [
    ['site', SITE],
    ['article', JSON.stringify(article)],
  ]
  const ballot = `"fuzz-${String(Math.floor(random() * 400)).padStart(17, '0')}"`
  const turn: Fields[number] = ['turn', String(1 + Math.floor(random() * 9))]
  const choice = pick(random, ['"sangat-puas"', '"puas"', '"cukup-puas"', '"tidak-puas"'])
  const kind = random()
  if (kind < 0.3) {
    const visit: Fields[number] = ['visit', pick(random, ['"new"', '"repeat"', '"unknown"'])]
    const more: Fields = random() < 0.3 ? [['ballot', ballot]] : []
    return post(ground, VIEWS_PATH, [...common, visit, ...more], random)
  }
  const turnOf: Fields = [...common, ['ballot', ballot], turn]
  if (kind < 0.65) {
    const vote: Fields = [...turnOf, ['choice', choice], ['token', JSON.stringify(token)]]
    return post(ground, VOTES_PATH, vote, random)
  }
  if (kind < 0.75) return post(ground, WITHDRAWALS_PATH, turnOf, random)
  if (kind < 0.85) return adminRequest(ground, article, random)
  return { draft: draftOf(ground, 'GET', pick(random, READS), random) }
}

/** As an admin's program asks, over https by way of a proxy. */
function adminRequest(
  ground: FuzzGround,
  article: string,
  random: Random,
): { draft: Draft; fields?: Fields } {
  const decides = random() < 0.4
  const path = decides ? pick(random, ['/releases', '/exclusions']) : pick(random, ADMIN_READS)
  const draft = draftOf(ground, decides ? 'POST' : 'GET', ADMIN + path, random)
  setHeader(draft, 'Authorization', `Bearer ${ground.adminToken}`)
  setHeader(draft, 'X-Forwarded-Proto', 'https')
  if (!decides) return { draft }
  setHeader(draft, 'Content-Type', 'application/json')
  const fields: Fields = [
    ['article', JSON.stringify(article)],
    ['standing', pick(random, ['"pending"', '"counted"', '"excluded"'])],
    ['note', '"what nobody should send"'],
  ]
  return { draft, fields }
}

function post({ origin, ...ground }: FuzzGround, path: string, fields: Fields, random: Random) {
  const draft = draftOf({ origin, ...ground }, 'POST', path, random)
  setHeader(draft, 'Origin', origin)
  setHeader(draft, 'Content-Type', 'text/plain')
  return { draft, fields }
}

function draftOf({ origin }: FuzzGround, method: string, target: string, random: Random): Draft {
  const reader = readerHeaders(Math.floor(random() * 1_000_000))
  return {
    method,
    target,
    headers: [['Host', new URL(origin).host], ['Connection', 'close'], ...Object.entries(reader)],
    body: Buffer.alloc(0),
    framing: 'length',
    version: 'HTTP/1.1',
    sent: 1,
  }
}

function assembled(draft: Draft): FuzzRequest {
  const { method, framing, version } = draft
  let { body } = draft
  if (framing === 'length' && (body.length > 0 || method === 'POST')) {
    setHeader(draft, 'Content-Length', String(body.length))
  }
  if (framing === 'chunked') {
    setHeader(draft, 'Transfer-Encoding', 'chunked')
    const chunks = [body.subarray(0, 7), body.subarray(7)].filter(({ length }) => length > 0)
    const told = chunks.flatMap((chunk) => [`${chunk.length.toString(16)}\r\n`, chunk, '\r\n'])
    body = Buffer.concat([...told, '0\r\n\r\n'].map((part) => Buffer.from(part as string)))
  }
  const lines = draft.headers.map(([name, value]) => `${name}: ${value}`)
  const head = [`${method} ${draft.target} ${version}`, ...lines, '', ''].join('\r\n')
  const all = Buffer.concat([Buffer.from(head, 'latin1'), body])
  const bytes = draft.sent < 1 ? all.subarray(0, Math.floor(all.length * draft.sent)) : all
  const told = framing === 'length' || framing === 'chunked'
  return { method, bytes, whole: told && draft.sent === 1 }
}
