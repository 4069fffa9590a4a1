import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import manifest from '../../package.json'
import type { BurstWatch } from '../../server/domain/burst/burst-watch.ts'
import { ensureDemoSite } from '../../server/domain/site/demo-site.ts'
import type { OpeningBalance, Site, Store } from '../../server/store/store.ts'
import type { Figures, TallyReply, ViewReply } from '../../shared/figures.ts'
import {
  COUNT_PATH,
  explanationPath,
  talliesPath,
  WIDGET_PATH,
  wordsPath,
} from '../../shared/paths.ts'
import type { SiteSettings } from '../../shared/site-settings.ts'
import { type WriteRequest, writeRequest } from '../support/write-request.ts'

/** A server that has just started, perhaps on a database that others were on before. */
export interface OpenedRoutes {
  fetch(request: Request): Promise<Response>
  readonly store: Store
  /** Where this server looks for bursts. */
  readonly watch: BurstWatch
  /** Milliseconds since 1970; the server's clock stands still unless a test moves it. */
  readonly clock: { now: number }
  query(sql: string): Promise<readonly (readonly unknown[])[]>
  /** How often this server has called its database so far. */
  statements(): number
  /** What the router of this server's admin API has. */
  adminRoutes(): readonly { readonly method: string; readonly path: string }[]
  close(): Promise<void>
}

type Fields = Readonly<Record<string, unknown>>
type SentHeaders = Readonly<Record<string, string | undefined>>

const SERVER = 'https://tanggapan.example'
const HOME = 'https://desa.go.id'
const DEMO = 'http://localhost:8787'
const NEIGHBOUR = 'https://kota.go.id'
const STRANGER = 'https://asing.example'

const site = (key: string, origins: Site['origins'], settings: SiteSettings = {}): Site => ({
  key,
  name: key,
  timeZone: 'Asia/Jakarta',
  settings,
  loopback: false,
  intranet: false,
  addedAt: 0,
  origins,
})

/** Sites at home, each with settings of its own. */
const SETTINGS = {
  sesudah: { results: 'after-vote', resultsFrom: 2 },
  tertutup: { results: 'never', resultsFrom: 1 },
  banyak: { resultsFrom: 7 },
  alamat: { identity: 'address' },
  lengkap: {
    resultsFrom: 1,
    results: 'always',
    language: 'jv',
    wording: { id: { question: '<b>Jelas?</b>', labels: { puas: 'Jelas “sekali”' } } },
    followUp: { text: 'LAPOR!', url: 'https://www.lapor.go.id/' },
    responseRate: true,
    controller: { name: 'Dinas Kominfo', contact: 'ppid@desa.go.id' },
  },
} as const satisfies Record<string, SiteSettings>

const SITES = [
  site('desa', [
    { origin: HOME, role: 'primary' },
    { origin: 'https://www.desa.go.id', role: 'additional' },
    { origin: 'https://cdn.desa.example', role: 'mirror' },
  ]),
  site('kota', [{ origin: NEIGHBOUR, role: 'primary' }]),
  // On the same host, so that the two have articles of the same key.
  site('kelompok', [{ origin: HOME, role: 'primary' }]),
  site('lama', [{ origin: HOME, role: 'primary' }]),
  { ...site('baru', [{ origin: HOME, role: 'primary' }]), addedAt: Date.UTC(2026, 1, 23) / 1000 },
  // Written behind each other, key and article of this one and of `desa` are the same letters.
  site('desad', [{ origin: 'https://esa.go.id', role: 'primary' }]),
  ...Object.entries(SETTINGS).map(([key, settings]) => {
    return site(key, [{ origin: HOME, role: 'primary' }], settings)
  }),
]

const VIEWS = '/v1/views'
const VOTES = '/v1/votes'
const WITHDRAWALS = '/v1/withdrawals'
const WRITES = [VIEWS, VOTES, WITHDRAWALS]
const FIGURES = ['article', 'choice', 'opening', 'responses', 'review', 'views', 'votes']
const TOKEN_LIFE = 7_200_000
/** Age that a page token has when a test begins, in milliseconds: its reader has read. */
const READ_FOR = 2000
const BALLOT = 'bAlLoT_-0123456789abcd'

const ballotOf = (n: number) => String(n).padStart(22, 'b')

let articles = 0
/** No two tests share an article. */
const newArticle = () => `/berita/${++articles}`

/** A page of a site at home, `desa` unless told otherwise, with an article that nobody has seen. */
interface Page {
  readonly opened: OpenedRoutes
  readonly article: string
  readonly key: string
  /** A page token, got without a view being counted. */
  readonly token: string
  /** A body that is right for a write address. */
  bodyFor(path: string): Fields
  /** Sends the right body, but for some fields and headers. */
  post(path: string, fields?: Fields, headers?: SentHeaders): Promise<Response>
  send(write: WriteRequest): Promise<Response>
  view(fields?: Fields, headers?: SentHeaders): Promise<ViewReply>
  vote(fields?: Fields): Promise<Figures>
  withdraw(fields?: Fields): Promise<Figures>
  /** How many views and votes are known by now. */
  tally(): Promise<TallyReply>
  rows(): Promise<readonly (readonly unknown[])[]>
}

async function openPage(open: () => Promise<OpenedRoutes>, site: string): Promise<Page> {
  const opened = await open()
  onTestFinished(() => opened.close())
  const article = newArticle()
  const key = `desa.go.id${article}`
  const send: Page['send'] = (write) => opened.fetch(writeRequest(write))
  const peek = { site, article, visit: 'repeat' }
  /** A page token for a reader, old enough. */
  async function tokenFor(fields: Fields): Promise<string> {
    const response = await send({ path: VIEWS, body: { ...peek, ...fields } })
    opened.clock.now += READ_FOR
    return ((await response.json()) as ViewReply).token
  }
  const token = await tokenFor({})

  const right: Readonly<Record<string, Fields>> = {
    [VIEWS]: { site, article, visit: 'new' },
    [VOTES]: { site, article, ballot: BALLOT, turn: 1, choice: 'puas', token },
    [WITHDRAWALS]: { site, article, ballot: BALLOT, turn: 2 },
  }
  const bodyFor = (path: string): Fields => right[path] ?? {}
  const post: Page['post'] = (path, fields = {}, headers = {}) =>
    send({ path, body: { ...bodyFor(path), ...fields }, headers })
  async function taken<T>(path: string, fields?: Fields, headers?: SentHeaders): Promise<T> {
    const response = await post(path, fields, headers)
    expect(response.status).toBe(200)
    return (await response.json()) as T
  }

  return {
    opened,
    article,
    key,
    token,
    bodyFor,
    post,
    send,
    view: (fields, headers) => taken(VIEWS, fields, headers),
    async vote(fields = {}) {
      const { ballot = BALLOT, article = peek.article } = fields
      // A token is its first voter's own.
      const another = ballot !== BALLOT && fields['token'] === undefined
      const own = another ? { token: await tokenFor({ ballot, article }) } : {}
      return taken<Figures>(VOTES, { ...own, ...fields })
    },
    withdraw: (fields) => taken(WITHDRAWALS, fields),
    async tally() {
      const [line] = await talliesIn(await askTallies(opened, [article], {}, talliesPath(site)))
      return line as TallyReply
    },
    rows: () =>
      opened.query(
        `select turn, choice from votes join articles on id = article where key = '${key}'`,
      ),
  }
}

function askTallies(
  { fetch }: OpenedRoutes,
  addresses: readonly string[],
  headers: Record<string, string> = {},
  path = '/v1/sites/desa/tallies',
): Promise<Response> {
  const query = addresses.map((address) => `article=${encodeURIComponent(address)}`).join('&')
  return fetch(new Request(`${SERVER}${path}?${query}`, { headers }))
}

async function talliesIn(response: Response): Promise<readonly TallyReply[]> {
  expect(response.status).toBe(200)
  const { tallies } = (await response.json()) as { tallies: readonly TallyReply[] }
  return tallies
}

function get({ fetch }: OpenedRoutes, path: string, headers: Record<string, string> = {}) {
  return fetch(new Request(SERVER + path, { headers }))
}

/** `200`, or status and type of a refusal such as `400 choice`, whose document is looked at. */
async function answerOf(response: Response): Promise<string> {
  if (response.status < 400) return String(response.status)
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  const document = (await response.json()) as { type: string; title: string; status: number }
  expect(document.status).toBe(response.status)
  expect(document.title).toMatch(/^[A-Z"].+\.$/)
  return `${response.status} ${document.type}`
}

/** Any value by what a person would call it. */
const named = <T>(values: readonly T[]): [string, T][] =>
  values.map((value) => [`${JSON.stringify(value)?.slice(0, 40)}`, value])

const MALFORMED = {
  choice: [undefined, null, 'kurang-puas', 'PUAS', '', 3, true, ['puas'], {}, 'x'.repeat(1024)],
  ballot: [null, '', 'b'.repeat(21), 'b'.repeat(23), `${'b'.repeat(21)}=`, 1, [BALLOT], {}],
  turn: [undefined, null, 0, -1, 1.5, '1', 2 ** 53, true, [1]],
  visit: [undefined, null, '', 'NEW', 'old', 1, true, ['new']],
  page: [null, '', 1, [], `/${'a'.repeat(1024)}`, 'javascript:alert(1)', 'https://asing.example/a'],
  automated: [null, 'true', 1, 0],
}

const NO_ARTICLES = [
  undefined,
  null,
  '',
  1,
  ['/berita'],
  'https://asing.example/berita',
  'https://desa.go.id.asing.example/berita',
  '//asing.example/berita',
  'javascript:alert(1)',
  'data:text/html,berita',
  'ftp://desa.go.id/berita',
  'https://user@desa.go.id/berita',
  'https://user:secret@desa.go.id/berita',
  'https://desa.go.id@asing.example/berita',
  '/berita\nlain',
  '/berita\u0000',
  '/berita\u007f',
  `/${'a'.repeat(502)}`,
  `/${'é'.repeat(84)}`,
]

const FOREIGN_ORIGINS = [
  'null',
  '',
  STRANGER,
  'https://desa.go.id.evil.com',
  'https://evil-desa.go.id',
  'https://lain.desa.go.id',
  'http://desa.go.id',
  'https://desa.go.id:8443',
  'https://desa.go.id:443',
  'https://desa.go.id.',
  'https://desa.go.id/',
  'https://DESA.go.id',
  'HTTPS://desa.go.id',
  'https://desa.go.id@evil.com',
  'https://desa.go.id, https://desa.go.id',
  'http://localhost.evil.com',
]

/** One fault each, in the order of the contract; all can be in one request. */
const FAULTS = [
  ['path', '404 not-found'],
  ['method', '405 method'],
  ['fetch mode', '403 fetch-mode'],
  ['content type', '415 content-type'],
  ['origin', '403 origin'],
  ['size', '413 body-size'],
  ['JSON', '400 json'],
  ['field', '400 unknown-field'],
  ['site', '404 site'],
  ['origin of another site', '403 origin'],
  ['article', '400 article'],
  ['token', '401 token'],
] as const
type Fault = (typeof FAULTS)[number][0]

function faulty(page: Page, path: string, faults: readonly Fault[]): WriteRequest {
  const has = (fault: Fault) => faults.includes(fault)
  const body = {
    ...page.bodyFor(path),
    ...(has('field') ? { ip: '192.0.2.1' } : {}),
    ...(has('site') ? { site: 'tidak-ada' } : {}),
    ...(has('article') ? { article: 'https://asing.example/' } : {}),
    ...(has('token') ? { token: '' } : {}),
  }
  const text = JSON.stringify(body) + (has('JSON') ? '}' : '')
  return {
    path: has('path') ? `${path}/` : path,
    method: has('method') ? 'PUT' : 'POST',
    headers: {
      ...(has('fetch mode') ? { 'Sec-Fetch-Mode': 'no-cors' } : {}),
      ...(has('content type') ? { 'Content-Type': 'text/html' } : {}),
      ...(has('origin of another site') ? { Origin: NEIGHBOUR } : {}),
      ...(has('origin') ? { Origin: STRANGER } : {}),
    },
    body: has('size') ? text.padEnd(2049) : text,
  }
}

/** What every server answers its readers, whatever is underneath. */
export function describeReaderRoutes(name: string, open: () => Promise<OpenedRoutes>): void {
  describe(name, () => {
    const start = (site = 'desa') => openPage(open, site)

    beforeAll(async () => {
      const opened = await open()
      for (const each of SITES) await opened.store.addSite(each)
      await ensureDemoSite(opened.store, DEMO, opened.clock.now)
      await opened.close()
    })

    test('no GET and no HEAD changes anything that is stored, whatever it asks', async () => {
      const { opened, article, key, vote } = await start()
      await vote()
      /** Every row there is, once a view that was sent behind all others is among them. */
      async function rowsAfter(last: string): Promise<ReadonlySet<string>> {
        const body = { site: 'desa', article: last, visit: 'new' }
        await opened.fetch(writeRequest({ path: VIEWS, body }))
        const stored = `select sum(views) from totals where article in
          (select id from articles where key = 'desa.go.id${last}')`
        await expect.poll(() => opened.query(stored)).toEqual([[1]])
        const tables = await opened.query(
          "select name from sqlite_master where type = 'table' and name not glob '*_cf_*'",
        )
        const rows: string[] = []
        for (const [table] of tables) {
          const found = await opened.query(`select * from "${table}"`)
          rows.push(...found.map((row) => `${table} ${JSON.stringify(row)}`))
        }
        return new Set(rows)
      }

      const before = await rowsAfter(newArticle())
      const fields = `site=desa&article=${article}&visit=new&ballot=${BALLOT}&turn=9&choice=puas`
      const paths = [
        ...[VIEWS, VOTES, WITHDRAWALS].flatMap((path) => [path, `${path}?${fields}`]),
        ...[`${talliesPath('desa')}?article=${article}&article=/belum-ada`, `${talliesPath('x')}`],
        ...['', '/open-data.json', '/open-data.csv', '/chain.json', '/badge.svg'].flatMap(
          (page) => [`/s/desa${page}`, `/s/desa${page}?article=${article}&lang=en`],
        ),
        ...['/v1/words/jv.json', '/v1/explanation/id.json', '/healthz', '/readyz', '/tidak-ada'],
        ...['/api/admin/sites/desa/summary', '/admin', '/'],
      ]
      for (const path of paths) {
        for (const method of ['GET', 'HEAD']) {
          for (const Origin of [HOME, STRANGER]) {
            const reply = await opened.fetch(
              new Request(SERVER + path, { method, headers: { Origin } }),
            )
            await reply.text()
            expect(reply.status).toBeLessThan(500)
          }
        }
      }
      const last = newArticle()
      const after = await rowsAfter(last)
      expect([...before].filter((row) => !after.has(row))).toEqual([])
      const added = [...after].filter((row) => !before.has(row))
      expect(added.map((row) => row.split(' ')[0]).sort()).toEqual([
        'articles',
        'tallies',
        'totals',
      ])
      expect(added.filter((row) => row.includes(key))).toEqual([])
    })

    describe('a view', () => {
      test('is in its own reply: the first visitor of the origin article reads 647', async () => {
        const { view } = await start()
        const article = `${DEMO}/demo/`
        const votes = { 'sangat-puas': 14, puas: 2, 'cukup-puas': 1, 'tidak-puas': 2 }
        expect(await view({ site: 'bojonegoro', article }, { Origin: DEMO })).toEqual({
          article: 'localhost:8787/demo',
          views: 647,
          responses: 19,
          votes,
          choice: null,
          review: false,
          opening: {
            views: 646,
            votes,
            source: expect.stringMatching(/\w/),
            date: '2016-07-01',
            estimate: true,
          },
          token: expect.stringMatching(/\w/),
          open: true,
          settings: {},
        })
      })

      test('at any loopback address is a view of the demo', async () => {
        const { view } = await start()
        const article = 'http://127.0.0.1:3000/demo/baru/'
        const reply = await view({ site: 'bojonegoro', article }, { Origin: 'http://[::1]:5000' })
        expect(reply.article).toBe('localhost:8787/demo/baru')
      })

      test('is answered with the figures, a token, whether votes are taken, and settings', async () => {
        const { view, key } = await start()
        const reply = await view()
        expect(Object.keys(reply).sort()).toEqual([...FIGURES, 'token', 'open', 'settings'].sort())
        expect(reply).toMatchObject({
          article: key,
          views: 1,
          responses: 0,
          votes: null,
          choice: null,
          review: false,
          opening: null,
          open: true,
          settings: {},
        })
      })

      test('is counted once for each visit that is new or unknown', async () => {
        const { view, tally } = await start()
        expect((await view({ visit: 'new' })).views).toBe(1)
        expect((await view({ visit: 'unknown' })).views).toBe(2)
        expect((await view({ visit: 'new', automated: false, ballot: BALLOT })).views).toBe(3)
        expect((await tally()).views).toBe(3)
      })

      test.each<[string, Fields, SentHeaders]>([
        ['repeated', { visit: 'repeat' }, {}],
        ['automated', { automated: true }, {}],
        ['fetched ahead', {}, { 'Sec-Purpose': 'prefetch' }],
        ['rendered ahead', {}, { 'Sec-Purpose': 'prefetch;prerender' }],
        ['asked without an Origin', {}, { Origin: undefined }],
      ])('is answered and not counted when %s', async (_, fields, headers) => {
        const { view, vote, tally } = await start()
        await view()
        await vote()
        expect(await view({ ...fields, ballot: BALLOT }, headers)).toMatchObject({
          views: 1,
          responses: 1,
          choice: 'puas',
          token: expect.stringMatching(/\w/),
        })
        expect((await tally()).views).toBe(1)
      })

      test('is answered, and counted once: as a view, or by why it is none', async () => {
        const { post, opened, tally } = await start('kelompok')
        const dropped = async () => {
          // Held back like views.
          await opened.store.close()
          return Object.fromEntries(
            (await opened.query(
              `select reason, views from dropped_views where site = 'kelompok'`,
            )) as [string, number][],
          )
        }
        const before = await dropped()
        const sent: [times: number, reason: string, fields: Fields, headers: SentHeaders][] = [
          [5, 'no-origin', {}, { Origin: undefined }],
          [4, 'automated', { automated: true }, {}],
          [3, 'user-agent', {}, { 'User-Agent': 'python-requests/2.32' }],
          [2, 'user-agent', {}, { 'User-Agent': undefined }],
          [6, 'bot', {}, { 'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }],
          [7, 'prefetch', {}, { 'Sec-Purpose': 'prefetch' }],
          [8, 'repeat', { visit: 'repeat' }, {}],
          [1, 'counted', { visit: 'unknown' }, {}],
          [3, 'seen', { visit: 'unknown' }, {}],
          // With the four before them a hundred from one address.
          [96, 'counted', {}, {}],
          [2, 'rate', {}, {}],
        ]
        const expected: Record<string, number> = { ...before }
        let requests = 0
        for (const [times, reason, fields, headers] of sent) {
          for (let i = 0; i < times; i++) {
            expect(await answerOf(await post(VIEWS, fields, headers))).toBe('200')
          }
          requests += times
          expected[reason] = (expected[reason] ?? 0) + times
        }
        const { counted, ...reasons } = expected
        expect(await dropped()).toEqual(reasons)
        expect((await tally()).views).toBe(counted)
        expect(requests).toBe(137)
      })

      test('that is not counted makes no article', async () => {
        const { view, opened, key } = await start()
        await view({}, { Origin: undefined })
        await view({ visit: 'repeat' })
        expect(await opened.query(`select key from articles where key = '${key}'`)).toEqual([])
      })

      test('with a ballot tells its reader which choice is theirs', async () => {
        const { view, vote, withdraw } = await start()
        const choice = async (ballot?: string) => {
          const fields = ballot === undefined ? {} : { ballot }
          return (await view({ visit: 'repeat', ...fields })).choice
        }
        expect(await choice(BALLOT)).toBeNull()
        expect((await vote({ turn: 1, choice: 'tidak-puas' })).choice).toBe('tidak-puas')
        expect(await choice(BALLOT)).toBe('tidak-puas')
        expect(await choice(ballotOf(1))).toBeNull()
        expect(await choice()).toBeNull()
        expect((await vote({ turn: 2, choice: 'sangat-puas' })).choice).toBe('sangat-puas')
        expect(await choice(BALLOT)).toBe('sangat-puas')
        expect((await withdraw({ turn: 3 })).choice).toBeNull()
        expect(await choice(BALLOT)).toBeNull()
      })

      test('may name the page where the article stood', async () => {
        const { view, key } = await start()
        expect((await view({ page: 'https://www.desa.go.id/amp/1' })).article).toBe(key)
      })
    })

    describe('an article', () => {
      test('is one under its mirrors, with www, as a path and by its key', async () => {
        const { view, vote, tally, article, key } = await start()
        const addresses = [
          article,
          key,
          `https://desa.go.id${article}`,
          `http://desa.go.id${article}/`,
          `https://www.desa.go.id${article}?utm_source=surat#komentar`,
          `https://cdn.desa.example${article}`,
        ]
        for (const [i, address] of addresses.entries()) {
          expect(await view({ article: address })).toMatchObject({ article: key, views: i + 1 })
        }
        for (const [i, address] of addresses.entries()) {
          expect(await vote({ article: address, turn: i + 1 })).toMatchObject({ article: key })
        }
        expect(await tally()).toMatchObject({ article: key, views: 6, responses: 1 })
      })

      test.each(['https://www.desa.go.id', 'https://cdn.desa.example'])(
        'is answered on its page at %s',
        async (origin) => {
          const { view, key } = await start()
          expect((await view({}, { Origin: origin })).article).toBe(key)
        },
      )

      test('of one site is another article than the same path of the next', async () => {
        const { view, article } = await start()
        await view()
        const reply = await view({ site: 'kota' }, { Origin: NEIGHBOUR })
        expect(reply).toMatchObject({ article: `kota.go.id${article}`, views: 1 })
      })

      test('may have a key of 512 bytes', async () => {
        const { view } = await start()
        const article = newArticle().padEnd(502, 'a')
        expect((await view({ article })).article).toHaveLength(512)
      })

      test.each(
        WRITES.flatMap((path) => named(NO_ARTICLES).map((each) => [path, ...each] as const)),
      )('of %s is not %s', async (path, _, article) => {
        const { post } = await start()
        expect(await answerOf(await post(path, { article }))).toBe('400 article')
      })

      test('that is closed says so and keeps its votes', async () => {
        const { view, vote, post, opened, key, rows } = await start()
        await vote()
        await opened.store.setClosed({ site: 'desa', key }, true)
        expect(await view({ ballot: BALLOT })).toMatchObject({ open: false, choice: 'puas' })
        for (const ballot of [BALLOT, ballotOf(1)]) {
          const turned = { ballot, turn: 2, choice: 'tidak-puas' }
          expect(await answerOf(await post(VOTES, turned))).toBe('409 closed')
          expect(await answerOf(await post(WITHDRAWALS, { ballot }))).toBe('409 closed')
        }
        expect(await rows()).toEqual([[1, 'puas']])
        await opened.store.setClosed({ site: 'desa', key }, false)
        expect((await view()).open).toBe(true)
        expect((await vote({ turn: 2 })).choice).toBe('puas')
      })
    })

    describe('a vote', () => {
      test('is answered with the figures and nothing else', async () => {
        const { vote, withdraw, key } = await start()
        const expected = { article: key, views: 0, votes: null, review: false, opening: null }
        const voted = await vote()
        expect(Object.keys(voted).sort()).toEqual(FIGURES)
        expect(voted).toEqual({ ...expected, responses: 1, choice: 'puas' })
        expect(await withdraw()).toEqual({ ...expected, responses: 0, choice: null })
      })

      test('leaves the distribution unseen below five responses', async () => {
        const { vote, view, tally } = await start()
        for (let n = 1; n <= 4; n++) {
          expect(await vote({ ballot: ballotOf(n) })).toMatchObject({ responses: n, votes: null })
        }
        expect(await view()).toMatchObject({ responses: 4, votes: null })
        expect(await tally()).toMatchObject({ responses: 4, votes: null })

        const votes = { 'sangat-puas': 0, puas: 4, 'cukup-puas': 0, 'tidak-puas': 1 }
        const fifth = { ballot: ballotOf(5), choice: 'tidak-puas' }
        expect(await vote(fifth)).toMatchObject({ responses: 5, votes })
        expect(await view()).toMatchObject({ responses: 5, votes })
        expect(await tally()).toMatchObject({ responses: 5, votes })
      })

      test('of an older counter is as unseen as the others', async () => {
        const { view, vote, tally, opened, key } = await start()
        const votes = { 'sangat-puas': 1, puas: 1, 'cukup-puas': 1, 'tidak-puas': 1 }
        const balance: OpeningBalance = {
          views: 20,
          votes,
          source: 'penghitung lama',
          date: '2020-02-03',
          estimate: false,
        }
        await opened.store.setOpeningBalance({ site: 'desa', key }, balance)
        const opening = { ...balance, votes: null }
        expect(await view()).toMatchObject({ views: 21, responses: 4, votes: null, opening })
        expect(await tally()).toEqual({ article: key, views: 21, responses: 4, votes: null })
        expect(await vote()).toMatchObject({
          responses: 5,
          votes: { ...votes, puas: 2 },
          opening: balance,
        })
      })

      test('with an equal or a lower turn changes nothing and is answered', async () => {
        const { vote, withdraw, rows } = await start()
        const present = await vote({ turn: 5, choice: 'cukup-puas' })
        expect(await vote({ turn: 5, choice: 'cukup-puas' })).toEqual(present)
        expect(await vote({ turn: 5, choice: 'puas' })).toEqual(present)
        expect(await vote({ turn: 4, choice: 'tidak-puas' })).toEqual(present)
        expect(await withdraw({ turn: 5 })).toEqual(present)
        expect(await withdraw({ turn: 1 })).toEqual(present)
        expect(await rows()).toEqual([[5, 'cukup-puas']])

        const withdrawn = await withdraw({ turn: 6 })
        expect(withdrawn).toMatchObject({ responses: 0, choice: null })
        expect(await vote({ turn: 6 })).toEqual(withdrawn)
        expect(await rows()).toEqual([[6, null]])
      })

      test('may have the highest turn there is', async () => {
        const { vote, rows } = await start()
        await vote({ turn: Number.MAX_SAFE_INTEGER })
        expect(await rows()).toEqual([[9007199254740991, 'puas']])
      })

      test('sent 200 times at once is answered 200 times and counted once', async () => {
        const { post, rows, tally } = await start()
        const responses = await Promise.all(Array.from({ length: 200 }, () => post(VOTES)))
        const replies = await Promise.all(responses.map((response) => response.json()))
        expect(responses.every(({ status }) => status === 200)).toBe(true)
        for (const reply of replies) expect(reply).toMatchObject({ responses: 1, choice: 'puas' })
        expect(await rows()).toEqual([[1, 'puas']])
        expect((await tally()).responses).toBe(1)
      }, 60_000)

      test('taken back by a ballot that never voted is answered as any other', async () => {
        const { vote, withdraw } = await start()
        await vote()
        const known = await withdraw()
        const unknown = await withdraw({ ballot: ballotOf(7), turn: 1 })
        expect(unknown).toEqual(known)
        expect(Object.keys(unknown).sort()).toEqual(FIGURES)
      })

      test('taken back at an article that nobody has seen makes none', async () => {
        const { withdraw, opened, key } = await start()
        expect(await withdraw()).toMatchObject({ article: key, views: 0, choice: null })
        expect(await opened.query(`select key from articles where key = '${key}'`)).toEqual([])
      })
    })

    describe('a vote that is set aside', () => {
      const counted = { standing: 'counted', reason: null }
      const asTold: [reason: string, fields: Fields, headers: SentHeaders][] = [
        ['automated', { automated: true }, {}],
        ['user-agent', {}, { 'User-Agent': 'curl/8.14.1' }],
        ['user-agent', {}, { 'User-Agent': undefined }],
        ['user-agent', {}, { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/142' }],
      ]

      /** Standing and reason of the votes at an article, what is counted first. */
      async function standings({ opened, key }: Page) {
        const rows = await opened.query(
          `select standing, reason from votes join articles on id = article
           where key = '${key}' order by reason`,
        )
        return rows.map(([standing, reason]) => ({ standing, reason }))
      }

      /** Everything that a reader gets, but for what names the article. */
      async function wholeReply(page: Page, response: Response) {
        const text = (await response.text()).replaceAll(page.key, 'KEY')
        return { status: response.status, headers: [...response.headers], text }
      }

      test.each(asTold)(
        'for %s is answered as any other: %j %j',
        async (reason, fields, headers) => {
          const [honest, other] = [await start(), await start()]
          const usual = await wholeReply(honest, await honest.post(VOTES))
          expect(await wholeReply(other, await other.post(VOTES, fields, headers))).toEqual(usual)
          expect(await standings(honest)).toEqual([counted])
          expect(await standings(other)).toEqual([{ standing: 'pending', reason }])
          expect((await honest.tally()).responses).toBe(1)
          expect((await other.tally()).responses).toBe(0)
          expect(await other.view({ visit: 'repeat', ballot: BALLOT })).toMatchObject({
            responses: 1,
            choice: 'puas',
          })
        },
      )

      test('for a token that another ballot has spent', async () => {
        const [honest, other] = [await start(), await start()]
        const third = { ballot: ballotOf(1) }
        for (const page of [honest, other]) {
          await page.vote({ token: page.token })
          page.opened.clock.now += 3_600_000
        }
        const { token: own } = await honest.view({ visit: 'repeat' })
        honest.opened.clock.now += READ_FOR
        other.opened.clock.now += READ_FOR
        const usual = await wholeReply(honest, await honest.post(VOTES, { ...third, token: own }))
        expect(await wholeReply(other, await other.post(VOTES, third))).toEqual(usual)
        expect(await standings(honest)).toEqual([counted, counted])
        expect(await standings(other)).toEqual([counted, { standing: 'pending', reason: 'token' }])
      })

      test('for a token younger than 1.5 seconds', async () => {
        const [honest, other] = [await start(), await start()]
        other.opened.clock.now -= READ_FOR - 1499
        honest.opened.clock.now -= READ_FOR - 1500
        const usual = await wholeReply(honest, await honest.post(VOTES))
        expect(await wholeReply(other, await other.post(VOTES))).toEqual(usual)
        expect(await standings(honest)).toEqual([counted])
        expect(await standings(other)).toEqual([{ standing: 'pending', reason: 'too-fast' }])
      })

      test('for more votes than its network may have', async () => {
        const page = await start()
        const { post, view, opened, tally } = page
        const headers = { 'X-Forwarded-For': '198.51.100.7' }
        for (let n = 1; n <= 7; n++) {
          const { token } = await view({ visit: 'repeat' })
          opened.clock.now += READ_FOR
          const vote = { ballot: ballotOf(n), token }
          expect(await answerOf(await post(VOTES, vote, headers))).toBe('200')
        }
        const pending = { standing: 'pending', reason: 'network' }
        expect(await standings(page)).toEqual([...Array(5).fill(counted), pending, pending])
        expect((await tally()).responses).toBe(5)
      })

      test('keeps its standing through changes and withdrawals', async () => {
        const page = await start()
        await page.vote({ automated: true })
        await page.vote({ turn: 2, choice: 'tidak-puas' })
        await page.withdraw({ turn: 3 })
        await page.vote({ turn: 4 })
        expect(await standings(page)).toEqual([{ standing: 'pending', reason: 'automated' }])
        expect((await page.tally()).responses).toBe(0)
      })

      test('is set aside also where its ballot was withdrawn before it ever voted', async () => {
        const page = await start()
        await page.view()
        await page.withdraw({ turn: 1 })
        await page.vote({ turn: 2, automated: true })
        expect(await standings(page)).toEqual([{ standing: 'pending', reason: 'automated' }])
        expect((await page.tally()).responses).toBe(0)
      })
    })

    describe('many votes', () => {
      const headers = { 'X-Forwarded-For': '198.51.100.9' }

      /** Votes of one address at articles of their own, all with tokens that are old enough. */
      async function flood({ send, view, opened }: Page, howMany: number) {
        const votes: Fields[] = []
        for (let n = 0; n < howMany; n++) {
          const article = newArticle()
          const { token } = await view({ article }, { 'X-Forwarded-For': `20.1.${n}.1` })
          votes.push({ site: 'desa', article, ballot: ballotOf(n), turn: 1, choice: 'puas', token })
        }
        opened.clock.now += READ_FOR
        const answers: Response[] = []
        for (const body of votes) answers.push(await send({ path: VOTES, body, headers }))
        return { votes, answers }
      }

      test('from one address are set aside, then refused, and taken later', async () => {
        const page = await start()
        const { votes, answers } = await flood(page, 62)
        const statuses = answers.map(({ status }) => status)
        expect(statuses).toEqual([...Array(60).fill(200), 429, 429])
        const refused = answers.at(-1) as Response
        const after = Number(refused.headers.get('Retry-After'))
        expect(after).toBeGreaterThan(0)
        expect(refused.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After')
        expect(refused.headers.get('Access-Control-Allow-Origin')).toBe(HOME)
        expect(await answerOf(refused)).toBe('429 rate')

        const sums = await page.opened.query(
          `select reason, count(*) from votes join articles on id = article
           where key in (${votes.map(({ article }) => `'desa.go.id${article}'`)})
           group by reason order by reason`,
        )
        expect(sums).toEqual([
          [null, 20],
          ['rate', 40],
        ])
        page.opened.clock.now += after * 1000
        const again = { path: VOTES, body: votes.at(-1) ?? {}, headers }
        expect(await answerOf(await page.send(again))).toBe('200')
      })
    })

    test('withdrawals by ballots that never voted are refused as fast as votes are', async () => {
      const { post, view, key, opened } = await start()
      await view()
      const headers = { 'X-Forwarded-For': '198.51.100.12' }
      const answers: Response[] = []
      for (let n = 0; n < 62; n++) {
        answers.push(await post(WITHDRAWALS, { ballot: ballotOf(5000 + n) }, headers))
      }
      expect(answers.map(({ status }) => status)).toEqual([...Array(60).fill(200), 429, 429])
      const refused = answers.at(-1) as Response
      expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
      expect(await answerOf(refused)).toBe('429 rate')
      const rows = `select count(*) from votes join articles on id = article where key = '${key}'`
      expect(await opened.query(rows)).toEqual([[60]])
    })

    describe('a new article', () => {
      const headers = { 'X-Forwarded-For': '198.51.100.11' }
      const made = (opened: OpenedRoutes, articles: readonly string[]) =>
        opened.query(
          `select count(*) from articles where key in (${articles.map((each) => `'desa.go.id${each}'`)})`,
        )

      test('is refused as the 61st of an hour from one /24, and made later', async () => {
        const { post, vote, view, opened, article, token } = await start()
        const articles = Array.from({ length: 60 }, newArticle)
        for (const each of articles) {
          expect(await answerOf(await post(VIEWS, { article: each }, headers))).toBe('200')
        }
        const refusals = [
          await post(VIEWS, {}, { 'X-Forwarded-For': '198.51.100.250' }),
          await post(VOTES, { token }, headers),
        ]
        for (const refused of refusals) {
          expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
          expect(refused.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After')
          expect(await answerOf(refused)).toBe('429 article-quota')
        }
        expect(await made(opened, [article])).toEqual([[0]])

        // What exists goes on, what does not count makes nothing, and others are free.
        expect(await answerOf(await post(VIEWS, { article: articles[0] }, headers))).toBe('200')
        expect(await answerOf(await post(VIEWS, { visit: 'repeat' }, headers))).toBe('200')
        expect(await answerOf(await post(WITHDRAWALS, {}, headers))).toBe('200')
        expect(await made(opened, [article])).toEqual([[0]])
        await view()
        await vote({ article: newArticle(), ballot: ballotOf(1) })
        opened.clock.now += 3_600_000
        const later = newArticle()
        expect(await answerOf(await post(VIEWS, { article: later }, headers))).toBe('200')
        expect((await view({ article: later })).views).toBe(2)
      })

      test.each([
        ['500', 'lama', 0],
        ['20,000 in its first week', 'baru', 1],
      ])('is refused where %s wait for their site', async (_, key, isNew) => {
        const most = isNew ? 20_000 : 500
        const page = await start()
        const { send, opened } = page
        const { addedAt = 0 } = SITES.find((each) => each.key === key) ?? {}
        const days = (opened.clock.now / 1000 - addedAt) / (24 * 60 * 60)
        expect(days < 7).toBe(Boolean(isNew))
        const body = (article: string) => ({ site: key, article, visit: 'new' })
        await opened.query(
          `with recursive n(i) as (select 2 union all select i + 1 from n where i < ${most})
           insert into articles (site, key) select '${key}', 'desa.go.id/' || i from n`,
        )
        const known = { path: VIEWS, body: body('/1') }
        expect(await answerOf(await send(known))).toBe('200')
        const next = await send({ path: VIEWS, body: body('/0') })
        expect(next.headers.get('Retry-After')).toBe('60')
        expect(await answerOf(next)).toBe('429 article-quota')
        expect(await answerOf(await send(known))).toBe('200')

        await opened.store.verifyArticles(key, [{ key: 'desa.go.id/2', title: null }], false)
        expect(await answerOf(await send({ path: VIEWS, body: body('/0') }))).toBe('200')
      })
    })

    describe('settings', () => {
      const OPENING: OpeningBalance = {
        views: 20,
        votes: { 'sangat-puas': 3, puas: 1, 'cukup-puas': 1, 'tidak-puas': 1 },
        source: 'penghitung lama',
        date: '2020-02-03',
        estimate: false,
      }
      const UNSEEN = { votes: null, opening: { ...OPENING, votes: null } }
      const SEEN = { votes: { ...OPENING.votes, puas: 2 }, opening: OPENING }

      /** A page of a site whose article brought six votes along. */
      async function startOpened(siteKey: string) {
        const page = await start(siteKey)
        await page.opened.store.setOpeningBalance({ site: siteKey, key: page.key }, OPENING)
        return page
      }

      test.each(Object.entries(SETTINGS))('of %s are sent as they are', async (key, settings) => {
        const { view } = await start(key)
        expect((await view()).settings).toEqual(settings)
      })

      test('after the vote: the distribution is for those alone whose vote stands', async () => {
        const { view, vote, withdraw, tally, key } = await startOpened('sesudah')
        expect(await view()).toMatchObject({ responses: 6, ...UNSEEN })
        expect(await view({ ballot: BALLOT })).toMatchObject({ responses: 6, ...UNSEEN })
        expect(await vote({ turn: 1 })).toMatchObject({ responses: 7, choice: 'puas', ...SEEN })
        expect(await view({ ballot: BALLOT })).toMatchObject({ responses: 7, ...SEEN })
        expect(await view({ ballot: ballotOf(1) })).toMatchObject({ responses: 7, ...UNSEEN })
        expect(await view()).toMatchObject({ responses: 7, ...UNSEEN })
        expect(await tally()).toEqual({ article: key, views: 25, responses: 7, votes: null })

        expect(await withdraw({ turn: 2 })).toMatchObject({ responses: 6, choice: null, ...UNSEEN })
        expect(await view({ ballot: BALLOT })).toMatchObject({ responses: 6, ...UNSEEN })
        expect(await vote({ turn: 1 })).toMatchObject({ choice: null, ...UNSEEN })
        expect(await vote({ turn: 3 })).toMatchObject({ responses: 7, ...SEEN })
      })

      test('after the vote: too few are too few for a voter as well', async () => {
        const { view, vote } = await start('sesudah')
        expect(await vote()).toMatchObject({ responses: 1, votes: null })
        expect(await vote({ ballot: ballotOf(1) })).toMatchObject({ votes: { puas: 2 } })
        expect(await view()).toMatchObject({ responses: 2, votes: null })
      })

      test('never: nobody is sent the distribution', async () => {
        const { view, vote, withdraw, tally, key } = await startOpened('tertutup')
        const voted = { responses: 7, choice: 'puas', ...UNSEEN }
        expect(await view()).toMatchObject({ responses: 6, ...UNSEEN })
        expect(await vote()).toMatchObject(voted)
        expect(await view({ ballot: BALLOT })).toMatchObject(voted)
        expect(await withdraw()).toMatchObject({ responses: 6, ...UNSEEN })
        expect(await tally()).toEqual({ article: key, views: 22, responses: 6, votes: null })
      })

      test('from a number: below it nobody is sent the distribution, from it all are', async () => {
        const { view, vote, withdraw, tally, key } = await startOpened('banyak')
        expect(await view()).toMatchObject({ responses: 6, ...UNSEEN })
        expect(await tally()).toEqual({ article: key, views: 21, responses: 6, votes: null })
        expect(await vote()).toMatchObject({ responses: 7, ...SEEN })
        expect(await view()).toMatchObject({ responses: 7, ...SEEN })
        expect(await tally()).toMatchObject({ responses: 7, votes: SEEN.votes })
        expect(await withdraw()).toMatchObject({ responses: 6, ...UNSEEN })
        expect(await view({ ballot: BALLOT })).toMatchObject({ responses: 6, ...UNSEEN })
        expect(await tally()).toMatchObject({ responses: 6, votes: null })
      })

      test('hidden counts are in no part of any reply', async () => {
        for (const siteKey of ['sesudah', 'tertutup', 'banyak']) {
          const { post, opened, article } = await startOpened(siteKey)
          const asked = await askTallies(opened, [article], {}, talliesPath(siteKey))
          const texts = [await (await post(VIEWS)).text(), await asked.text()]
          for (const text of texts) {
            expect(text).toContain('"votes":null')
            expect(text).not.toMatch(/"votes":[^n]|"(sangat-|cukup-|tidak-)?puas":\d/)
          }
        }
      })

      test('by address: an article is the page itself, and is voted on by the key echoed', async () => {
        const { view, vote, withdraw, post, tally, article, key } = await start('alamat')
        const pages = [
          `https://desa.go.id${article}?id=1`,
          `https://www.desa.go.id${article}/?id=2`,
        ]
        for (const [i, page] of pages.entries()) {
          const own = `${key}?id=${i + 1}`
          const { article: echoed, token, views } = await view({ page })
          expect([echoed, views]).toEqual([own, 1])
          expect(await vote({ article: echoed, token })).toMatchObject({
            article: own,
            responses: 1,
          })
          expect(await view({ page, ballot: BALLOT })).toMatchObject({ views: 2, choice: 'puas' })
          expect(await answerOf(await post(VOTES, { token }))).toBe('401 token')
          expect(await withdraw({ article: echoed })).toMatchObject({ article: own, choice: null })
        }
        expect(await tally()).toEqual({ article: key, views: 0, responses: 0, votes: null })
        expect(await view()).toMatchObject({ article: key, views: 1 })
      })

      test('by address: a page elsewhere is refused, as is an article elsewhere', async () => {
        const { post, tally } = await start('alamat')
        const elsewhere = 'https://asing.example/a'
        expect(await answerOf(await post(VIEWS, { page: elsewhere }))).toBe('400 page')
        const both = { page: elsewhere, article: elsewhere }
        expect(await answerOf(await post(VIEWS, both))).toBe('400 article')
        expect((await tally()).views).toBe(0)
      })
    })

    describe('a page token', () => {
      test('is good for two hours to the millisecond', async () => {
        const { vote, post, opened } = await start()
        opened.clock.now += TOKEN_LIFE - READ_FOR
        await vote({ turn: 1 })
        opened.clock.now += 1
        expect(await answerOf(await post(VOTES, { turn: 2 }))).toBe('401 token')
      })

      test('is not good before it was given', async () => {
        const { post, opened } = await start()
        opened.clock.now -= READ_FOR + 1
        expect(await answerOf(await post(VOTES))).toBe('401 token')
      })

      test('outlives the server that gave it', async () => {
        const { token, article } = await start()
        const { vote } = await start()
        expect((await vote({ article, token })).choice).toBe('puas')
      })

      test('is good for its own article only', async () => {
        const { token, rows } = await start()
        const other = await start()
        expect(await answerOf(await other.post(VOTES, { token }))).toBe('401 token')
        expect(await other.rows()).toEqual([])
        expect(await rows()).toEqual([])
      })

      test('is good for its own site only', async () => {
        const { post } = await start()
        const headers = { Origin: NEIGHBOUR }
        expect(await answerOf(await post(VOTES, { site: 'kota' }, headers))).toBe('401 token')
        expect(await answerOf(await post(VOTES, { site: 'kelompok' }))).toBe('401 token')
      })

      test('is not good where its letters fall on other fields', async () => {
        const { post, article, token } = await start()
        const shifted = { site: 'desad', article: `esa.go.id${article}` }
        const headers = { Origin: 'https://esa.go.id' }
        expect(await answerOf(await post(VOTES, shifted, headers))).toBe('401 token')

        const [issued = '', nonce = '', proof = ''] = token.split('.')
        const rearranged = [
          `${issued.slice(0, -1)}.${issued.slice(-1)}${nonce}.${proof}`,
          `${issued}${nonce.slice(0, 1)}.${nonce.slice(1)}.${proof}`,
          `${issued}.${nonce}${proof.slice(0, 1)}.${proof.slice(1)}`,
          `0${token}`,
        ]
        for (const forged of rearranged) {
          expect(await answerOf(await post(VOTES, { token: forged }))).toBe('401 token')
        }
      })

      test('is not good with any letter of it changed', async () => {
        const { post, token, rows } = await start()
        for (const [i, letter] of [...token].entries()) {
          const forged = token.slice(0, i) + (letter === '0' ? '1' : '0') + token.slice(i + 1)
          expect(await answerOf(await post(VOTES, { token: forged }))).toBe('401 token')
        }
        expect(await rows()).toEqual([])
      })

      test.each(named([undefined, '', 'x', '..', 'x'.repeat(500)]))(
        'is not %s',
        async (_, token) => {
          const { post, rows } = await start()
          expect(await answerOf(await post(VOTES, { token }))).toBe('401 token')
          expect(await rows()).toEqual([])
        },
      )
    })

    describe('a body', () => {
      test.each(['text/plain', 'text/plain;charset=UTF-8', 'application/json', 'Application/JSON'])(
        'may be %s',
        async (type) => {
          const { post } = await start()
          for (const path of WRITES) {
            expect(await answerOf(await post(path, {}, { 'Content-Type': type }))).toBe('200')
          }
        },
      )

      test.each([
        undefined,
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'text/html',
        'text/plainer',
        'application/json5',
      ])('may not be %s', async (type) => {
        const { post, rows, tally } = await start()
        for (const path of WRITES) {
          const response = await post(path, {}, { 'Content-Type': type })
          expect(await answerOf(response)).toBe('415 content-type')
        }
        expect(await rows()).toEqual([])
        expect((await tally()).views).toBe(0)
      })

      test.each([
        ['announced', false],
        ['in chunks', true],
      ])('may have 2,048 bytes and no more, %s', async (_, chunked) => {
        const { send, bodyFor } = await start()
        for (const path of WRITES) {
          const text = JSON.stringify(bodyFor(path))
          const sized = async (body: string) => answerOf(await send({ path, body, chunked }))
          expect(await sized(text.padEnd(2048))).toBe('200')
          expect(await sized(text.padEnd(2049))).toBe('413 body-size')
          expect(await sized('é'.repeat(1025))).toBe('413 body-size')
          expect(await sized(`{"ip":"${'1'.repeat(100_000)}`)).toBe('413 body-size')
        }
      })

      test.each([
        '',
        ' ',
        '{',
        '{"site":"desa",}',
        "{'site':'desa'}",
        'undefined',
        'site=desa',
        '[]',
        '[{"site":"desa"}]',
        'null',
        'true',
        '1',
        '"desa"',
      ])('may not be %j', async (body) => {
        const { send } = await start()
        for (const path of WRITES) {
          for (const chunked of [false, true]) {
            expect(await answerOf(await send({ path, body, chunked }))).toBe('400 json')
          }
        }
      })

      test.each([
        'ip',
        'userAgent',
        'timestamp',
        'title',
        'weight',
        '__proto__',
        'constructor',
        'toString',
        'Choice',
        '',
      ])('may not have a field "%s"', async (field) => {
        const { send, bodyFor, rows, tally } = await start()
        for (const path of WRITES) {
          const body = Object.fromEntries([...Object.entries(bodyFor(path)), [field, 'x']])
          expect(await answerOf(await send({ path, body }))).toBe('400 unknown-field')
        }
        expect(await rows()).toEqual([])
        expect((await tally()).views).toBe(0)
      })

      test('may not have the fields of another address', async () => {
        const { post, token } = await start()
        const misplaced: [string, Fields][] = [
          [VIEWS, { turn: 1 }],
          [VIEWS, { token }],
          [VOTES, { visit: 'new' }],
          [VOTES, { page: '/' }],
          [WITHDRAWALS, { choice: 'puas' }],
          [WITHDRAWALS, { token }],
        ]
        for (const [path, fields] of misplaced) {
          expect(await answerOf(await post(path, fields))).toBe('400 unknown-field')
        }
      })

      const malformed: [string, keyof typeof MALFORMED][] = [
        [VIEWS, 'visit'],
        [VIEWS, 'ballot'],
        [VIEWS, 'page'],
        [VIEWS, 'automated'],
        [VOTES, 'ballot'],
        [VOTES, 'turn'],
        [VOTES, 'choice'],
        [VOTES, 'automated'],
        [WITHDRAWALS, 'ballot'],
        [WITHDRAWALS, 'turn'],
      ]
      test.each(
        malformed.flatMap(([path, field]) =>
          named<unknown>(MALFORMED[field]).map((each) => [path, field, ...each] as const),
        ),
      )('of %s may not have a %s of %s', async (path, field, _, value) => {
        const { post, rows, tally } = await start()
        expect(await answerOf(await post(path, { [field]: value }))).toBe(`400 ${field}`)
        expect(await rows()).toEqual([])
        expect((await tally()).views).toBe(0)
      })

      test.each([VOTES, WITHDRAWALS])('of %s needs a ballot', async (path) => {
        const { post } = await start()
        expect(await answerOf(await post(path, { ballot: undefined }))).toBe('400 ballot')
      })

      test.each(
        named([undefined, null, '', 'tidak-ada', 'Desa', 'constructor', '__proto__', 1, ['desa']]),
      )('may not name a site %s', async (_, unknown) => {
        const { post } = await start()
        for (const path of WRITES) {
          expect(await answerOf(await post(path, { site: unknown }))).toBe('404 site')
        }
      })
    })

    describe('an origin', () => {
      test.each(FOREIGN_ORIGINS)('"%s" is turned away without database work', async (origin) => {
        const { post, send, opened, rows, tally } = await start()
        const before = opened.statements()
        for (const path of WRITES) {
          expect(await answerOf(await post(path, {}, { Origin: origin }))).toBe('403 origin')
          const preflight = { path, method: 'OPTIONS', body: '', headers: { Origin: origin } }
          expect(await answerOf(await send(preflight))).toBe('403 origin')
        }
        expect(opened.statements()).toBe(before)
        expect(await rows()).toEqual([])
        expect((await tally()).views).toBe(0)
      })

      test('costs a database call where it is let in, so that none is no accident', async () => {
        const { post, opened } = await start()
        const before = opened.statements()
        expect(await answerOf(await post(VOTES))).toBe('200')
        expect(opened.statements()).toBeGreaterThan(before)
      })

      test('of another site is turned away', async () => {
        const { post, rows, tally } = await start()
        for (const path of WRITES) {
          for (const origin of [NEIGHBOUR, DEMO, 'http://localhost:3000']) {
            expect(await answerOf(await post(path, {}, { Origin: origin }))).toBe('403 origin')
          }
        }
        expect(await rows()).toEqual([])
        expect((await tally()).views).toBe(0)
      })

      test('is needed by a vote and a withdrawal', async () => {
        const { post, rows } = await start()
        for (const path of [VOTES, WITHDRAWALS]) {
          expect(await answerOf(await post(path, {}, { Origin: undefined }))).toBe('403 origin')
        }
        expect(await rows()).toEqual([])
      })

      test.each(WRITES)('may send to %s by script only', async (path) => {
        const { post, rows, tally } = await start()
        for (const mode of ['no-cors', 'navigate']) {
          const response = await post(path, {}, { 'Sec-Fetch-Mode': mode })
          expect(await answerOf(response)).toBe('403 fetch-mode')
        }
        expect(await rows()).toEqual([])
        expect((await tally()).views).toBe(0)
        for (const mode of ['cors', 'same-origin']) {
          expect(await answerOf(await post(path, {}, { 'Sec-Fetch-Mode': mode }))).toBe('200')
        }
      })

      test.each(WRITES)('is named exactly in the replies of %s', async (path) => {
        const { post } = await start()
        for (const origin of [HOME, 'https://www.desa.go.id', 'https://cdn.desa.example']) {
          const response = await post(path, {}, { Origin: origin })
          expect(response.status).toBe(200)
          expect(response.headers.get('Access-Control-Allow-Origin')).toBe(origin)
          expect(response.headers.get('Vary')).toBe('Origin')
          expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull()
          expect(response.headers.get('Set-Cookie')).toBeNull()
          expect(response.headers.get('Cache-Control')).toBe('no-store')
          expect(response.headers.get('Content-Type')).toBe('application/json')
        }
      })

      test('is not named where the request has none', async () => {
        const { post } = await start()
        const response = await post(VIEWS, {}, { Origin: undefined })
        expect(response.status).toBe(200)
        expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull()
        expect(response.headers.get('Vary')).toBe('Origin')
      })

      test('may read every refusal', async () => {
        const page = await start()
        const { post, send, opened } = page
        const closed = newArticle()
        await opened.store.setClosed({ site: 'desa', key: `desa.go.id${closed}` }, true)
        const none = ['https://asing.example/']
        const refusals: [string, string, Promise<Response>][] = [
          ...FAULTS.map(([fault, expected]): [string, string, Promise<Response>] => {
            const { headers, ...write } = faulty(page, VOTES, [fault])
            return [
              headers?.['Origin'] ?? HOME,
              expected,
              send({ ...write, headers: { ...headers } }),
            ]
          }),
          [HOME, '400 choice', post(VOTES, { choice: 'x' })],
          [HOME, '409 closed', post(WITHDRAWALS, { article: closed })],
          [HOME, '400 article', askTallies(opened, none, { Origin: HOME })],
          [HOME, '404 site', askTallies(opened, ['/'], { Origin: HOME }, '/v1/sites/x/tallies')],
        ]
        for (const [origin, expected, refusal] of refusals) {
          const response = await refusal
          const { headers } = response
          expect(await answerOf(response)).toBe(expected)
          expect(headers.get('Access-Control-Allow-Origin')).toBe(origin)
          expect(headers.get('Vary')).toBe('Origin')
          expect(headers.get('Access-Control-Allow-Credentials')).toBeNull()
          expect(headers.get('Access-Control-Expose-Headers')).toBe('Retry-After')
          expect(headers.get('Cache-Control')).toBe('no-store')
        }
      })

      test.each(WRITES)('may ask beforehand whether it may send to %s', async (path) => {
        const { send } = await start()
        const headers = {
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type',
        }
        const response = await send({ path, method: 'OPTIONS', body: '', headers })
        expect(response.status).toBe(204)
        expect(await response.text()).toBe('')
        expect(response.headers.get('Access-Control-Allow-Origin')).toBe(HOME)
        expect(response.headers.get('Access-Control-Allow-Methods')).toBe('POST')
        expect(response.headers.get('Access-Control-Allow-Headers')).toBe('Content-Type')
        expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull()
        expect(response.headers.get('Vary')).toBe('Origin')
        expect(response.headers.get('Allow')).toBe('POST, OPTIONS')
      })

      test('that is missing may not ask beforehand', async () => {
        const { send } = await start()
        for (const path of WRITES) {
          const asked = { path, method: 'OPTIONS', body: '', headers: { Origin: undefined } }
          expect(await answerOf(await send(asked))).toBe('403 origin')
        }
      })
    })

    describe('the first fault answers', () => {
      test.each(WRITES)('at %s', async (path) => {
        const page = await start()
        // Only a vote has a token; elsewhere it would be an unknown field.
        const faults = FAULTS.filter(([fault]) => path === VOTES || fault !== 'token')
        for (const [i, [first, expected]] of faults.entries()) {
          const alone = await page.send(faulty(page, path, [first]))
          expect([first, await answerOf(alone)]).toEqual([first, expected])
          for (const [second] of faults.slice(i + 1)) {
            const response = await page.send(faulty(page, path, [first, second]))
            const which = `${first}, then ${second}`
            expect([which, await answerOf(response)]).toEqual([which, expected])
          }
        }
        expect(await page.rows()).toEqual([])
        expect((await page.tally()).views).toBe(0)
      })
    })

    describe('an address', () => {
      test.each(
        WRITES.flatMap((path) => ['GET', 'PUT', 'DELETE', 'PATCH'].map((each) => [path, each])),
      )('%s does not know %s', async (path, method) => {
        const { send, bodyFor, rows, tally } = await start()
        const response = await send({ path: `${path}`, method: `${method}`, body: bodyFor(path) })
        expect(response.headers.get('Allow')).toBe('POST, OPTIONS')
        expect(await answerOf(response)).toBe('405 method')
        expect(await rows()).toEqual([])
        expect((await tally()).views).toBe(0)
      })

      test.each(WRITES)('%s does not know HEAD', async (path) => {
        const { send } = await start()
        const response = await send({ path, method: 'HEAD', body: '' })
        expect(response.status).toBe(405)
        expect(response.headers.get('Allow')).toBe('POST, OPTIONS')
        expect(await response.text()).toBe('')
      })

      test('of the tallies does not know POST', async () => {
        const { send } = await start()
        const path = '/v1/sites/desa/tallies?article=/'
        const response = await send({ path, body: {} })
        expect(response.headers.get('Allow')).toBe('GET, HEAD')
        expect(await answerOf(response)).toBe('405 method')
      })

      test.each([
        '//v1/votes',
        '/v1//votes',
        '/v1/%76otes',
        '/%761/votes',
        '/v1%2Fvotes',
        '/v1/votes/',
        '/v1/votes%00',
        '/v1/votes%2F',
        '/v1/votes;a=b',
        '/V1/votes',
        '/v1/Votes',
        '/v2/votes',
        '/%zz',
        '/v1/%zz',
        '/v1/votes%zz',
        '/api/v1/votes',
      ])('%s is not the one of the votes', async (path) => {
        const { send, bodyFor, rows } = await start()
        expect(await answerOf(await send({ path, body: bodyFor(VOTES) }))).toMatch(
          /^(404 not-found|400 address)$/,
        )
        expect(await rows()).toEqual([])
      })

      test('takes no notice of what follows the question mark', async () => {
        const { send, bodyFor, rows } = await start()
        const path = `${VOTES}?choice=tidak-puas`
        expect(await answerOf(await send({ path, body: bodyFor(VOTES) }))).toBe('200')
        expect(await rows()).toEqual([[1, 'puas']])
      })
    })

    describe('tallies', () => {
      test('come in the asked order, with zeros for what nobody has seen', async () => {
        const { vote, view, opened, article, key } = await start()
        const [unseen, second] = [newArticle(), newArticle()]
        for (let n = 0; n < 5; n++) await vote({ ballot: ballotOf(n), choice: 'cukup-puas' })
        await view()
        await view({ article: second })
        const asked = [second, `https://cdn.desa.example${article}`, unseen, second]
        const response = await askTallies(opened, asked)
        const votes = { 'sangat-puas': 0, puas: 0, 'cukup-puas': 5, 'tidak-puas': 0 }
        const ofSecond = { article: `desa.go.id${second}`, views: 1, responses: 0, votes: null }
        expect(await talliesIn(response)).toEqual([
          ofSecond,
          { article: key, views: 1, responses: 5, votes },
          { article: `desa.go.id${unseen}`, views: 0, responses: 0, votes: null },
          ofSecond,
        ])
        const backwards = await talliesIn(await askTallies(opened, asked.toReversed()))
        expect(backwards.map((line) => line.article)).toEqual([
          `desa.go.id${second}`,
          `desa.go.id${unseen}`,
          key,
          `desa.go.id${second}`,
        ])
      })

      test('are for everybody, and for caches', async () => {
        const { opened, article } = await start()
        for (const headers of [{}, { Origin: STRANGER }, { Origin: HOME }]) {
          const response = await askTallies(opened, [article], headers)
          expect(response.status).toBe(200)
          expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
          expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull()
          expect(response.headers.get('Content-Type')).toBe('application/json')
          expect(response.headers.get('Cache-Control')).toMatch(/^public, max-age=[1-9]\d?$/)
          expect(response.headers.get('ETag')).toMatch(/^(W\/)?"[^"]+"$/)
        }
      })

      test('are sent again only where they are other ones', async () => {
        const { opened, article, vote, view } = await start()
        const lain = newArticle()
        const tagOf = async (asked: readonly string[]) =>
          (await askTallies(opened, asked)).headers.get('ETag') ?? ''
        const again = (tag: string) => askTallies(opened, [article, lain], { 'If-None-Match': tag })

        const first = await tagOf([article, lain])
        const unchanged = await again(first)
        expect(unchanged.status).toBe(304)
        expect(await unchanged.text()).toBe('')
        expect(unchanged.headers.get('ETag')).toBe(first)
        expect(unchanged.headers.get('Access-Control-Allow-Origin')).toBe('*')
        expect((await again(await tagOf([lain, article]))).status).toBe(200)

        await vote()
        expect((await again(first)).status).toBe(200)
        const second = await tagOf([article, lain])
        await view({ article: lain })
        expect((await again(second)).status).toBe(200)
        const third = await tagOf([article, lain])
        expect(new Set([first, second, third]).size).toBe(3)
        expect((await again(third)).status).toBe(304)
      })

      test('are given for 1 to 100 articles', async () => {
        const { opened } = await start()
        const asked = Array.from({ length: 101 }, (_, i) => `/daftar/${i}`)
        expect(await answerOf(await askTallies(opened, []))).toBe('400 article')
        expect(await answerOf(await askTallies(opened, asked))).toBe('400 article')
        expect(await talliesIn(await askTallies(opened, asked.slice(1)))).toHaveLength(100)
        expect(await answerOf(await get(opened, '/v1/sites/desa/tallies'))).toBe('400 article')
      })

      test.each([
        'article=',
        'article=https%3A%2F%2Fasing.example%2F',
        'article=%2Fberita%00',
        'article=%zz',
        'article=%E0%A4%A',
      ])('are refused for %s, also beside an article', async (query) => {
        const { opened } = await start()
        for (const asked of [query, `article=/berita&${query}`]) {
          const response = await get(opened, `/v1/sites/desa/tallies?${asked}`)
          expect(await answerOf(response)).toBe('400 article')
        }
      })

      test.each(['tidak-ada', 'DESA', '%zz', '%00', 'constructor', '__proto__'])(
        'of a site "%s" there are none',
        async (unknown) => {
          const { opened } = await start()
          const response = await get(opened, `/v1/sites/${unknown}/tallies?article=/berita`)
          expect(await answerOf(response)).toBe('404 site')
        },
      )
    })

    describe('what readers fetch', () => {
      const immutable = (path: string) => path.replace('/v1/', `/w/${manifest.version}/`)
      const script = 'text/javascript; charset=utf-8'
      const FILES: readonly (readonly [path: string, type: string, text: string])[] = [
        [WIDGET_PATH, script, 'tanggapan-survey'],
        [COUNT_PATH, script, 'tanggapan-count'],
        [wordsPath('jv'), 'application/json', '"question":"Kados pundi'],
        [wordsPath('su'), 'application/json', '"question":"Kumaha'],
        [explanationPath('id'), 'application/json', '"heading":"Kali dilihat"'],
        [explanationPath('en'), 'application/json', '"heading":"Views"'],
      ]
      const SCRIPTS = FILES.filter(([, type]) => type === script)

      test.each(FILES)('%s is evergreen, and any page may read it', async (path, type, text) => {
        const { opened } = await start()
        const response = await get(opened, path)
        expect(response.status).toBe(200)
        expect(Object.fromEntries(response.headers)).toMatchObject({
          'content-type': type,
          'cache-control': 'public, max-age=3600',
          'access-control-allow-origin': '*',
          'cross-origin-resource-policy': 'cross-origin',
          'x-content-type-options': 'nosniff',
          vary: 'Accept-Encoding',
        })
        expect(await response.text()).toContain(text)
      })

      test.each(SCRIPTS)('%s is immutable under its version', async (path) => {
        const { opened } = await start()
        const response = await get(opened, immutable(path))
        expect(response.status).toBe(200)
        expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
        expect(response.headers.get('Content-Type')).toBe(script)
        expect(await response.text()).toBe(await (await get(opened, path)).text())
      })

      test.each([...FILES.map(([path]) => path), ...SCRIPTS.map(([path]) => immutable(path))])(
        '%s is sent again only where it is another one',
        async (path) => {
          const { opened } = await start()
          const tag = (await get(opened, path)).headers.get('ETag') ?? ''
          expect(tag).toMatch(/^(W\/)?"[^"]+"$/)
          const again = await get(opened, path, { 'If-None-Match': tag })
          expect(again.status).toBe(304)
          expect(await again.text()).toBe('')
          expect((await get(opened, path, { 'If-None-Match': '"lain"' })).status).toBe(200)
        },
      )

      test.each(FILES)('%s is only read', async (path) => {
        const { opened } = await start()
        const request = (method: string) => new Request(`${SERVER}${path}`, { method })
        const head = await opened.fetch(request('HEAD'))
        expect([head.status, await head.text()]).toEqual([200, ''])
        for (const method of ['POST', 'PUT', 'DELETE']) {
          const refused = await opened.fetch(request(method))
          expect(refused.headers.get('Allow')).toBe('GET, HEAD')
          expect(await answerOf(refused)).toBe('405 method')
        }
      })

      test.each([
        '/w/0.0.0/widget.js',
        '/w/0.0.0/count.js',
        // Carried in the script.
        '/v1/words/id.json',
        '/v1/words/en.json',
        '/v1/words/mad.json',
        '/v1/words/JV.json',
        '/v1/words/',
        '/v1/explanation/jv.json',
        '/v1/explanation/fr.json',
        '/v1/explanation/constructor.json',
        immutable('/v1/words/jv.json'),
      ])('there is no %s', async (path) => {
        const { opened } = await start()
        expect(await answerOf(await get(opened, path))).toBe('404 not-found')
      })
    })

    test.each(['/healthz', '/readyz'])('%s says that all is well', async (path) => {
      const { opened } = await start()
      expect((await get(opened, path)).status).toBe(200)
    })
  })
}
