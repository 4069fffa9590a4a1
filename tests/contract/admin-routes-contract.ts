import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHOICES } from '../../shared/choice.ts'
import type { Figures, ViewReply } from '../../shared/figures.ts'
import { PENDING_REASONS, type Verdict } from '../../shared/standing.ts'
import { NO_VOTES } from '../../shared/votes-by-choice.ts'
import { adminRequest } from '../support/admin-request.ts'
import { type AdminSite, DAY, makeToken, openAdminSite, textOf } from '../support/admin-site.ts'
import { writeRequest } from '../support/write-request.ts'
import type { OpenedRoutes } from './reader-routes-contract.ts'

const NOTE = 'Kantor kecamatan, 40 orang dari satu alamat.'
const NETWORK: Verdict = { standing: 'pending', reason: 'network' }
const BURST: Verdict = { standing: 'pending', reason: 'burst' }
const RIGHT_FORM = `tanggapan_${'A'.repeat(43)}`
const WINDOW = 600_000

/** `200`, or status and type of a refusal such as `400 value`. */
async function answerOf(response: Response): Promise<string> {
  if (response.status < 400) return String(response.status)
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  const document = (await response.json()) as { type: string; status: number }
  expect(document.status).toBe(response.status)
  return `${response.status} ${document.type}`
}

/** Addresses of a site's admin API, from the router itself, with a request that is right for each. */
function everyRoute({ adminRoutes, site }: AdminSite) {
  const routes = adminRoutes().filter(({ method }) => method !== 'ALL')
  expect(routes.length).toBeGreaterThanOrEqual(7)
  return routes.map(({ method, path }) => ({
    method,
    path: path.replace(':site', site),
    ...(method === 'GET' ? {} : { body: { note: NOTE } }),
  }))
}

const RECOUNT = `
  select a.key, v.day, ${CHOICES.map((choice) => `sum(v.choice is '${choice}')`).join(', ')}
  from votes v join articles a on a.id = v.article
  where a.site = :site and v.standing = 'counted' group by 1, 2 order by 1, 2`
const COUNTS = ['sangat_puas', 'puas', 'cukup_puas', 'tidak_puas']
const ANY = `${COUNTS.join(' + ')} > 0`
const TALLIES = `
  select a.key, t.day, ${COUNTS.map((name) => `t.${name}`).join(', ')}
  from tallies t join articles a on a.id = t.article
  where a.site = :site and ${ANY} order by 1, 2`
const RECOUNT_GROUPS = `
  select a.key, v.day, v.standing, v.reason, count(v.choice) from votes v
  join articles a on a.id = v.article where a.site = :site and v.standing <> 'counted'
  group by 1, 2, 3, 4 having count(v.choice) > 0 order by 1, 2, 3, 4`

interface Group {
  readonly article: string
  readonly day: string
  readonly standing: string
  readonly reason: string
  readonly votes: number
}
interface Vote {
  readonly vote: string
  readonly article: string
  readonly hour: string | null
}
interface AuditLine {
  readonly actor: string
  readonly action: string
  readonly article: string | null
  readonly votes: number
  readonly note: string
  readonly at: string
}

/** Every page of a list, one entry or so at a time. */
async function allPages<T>(site: AdminSite, address: string, list: string, limit: number) {
  const entries: T[] = []
  let cursor = ''
  for (let pages = 0; pages < 200; pages++) {
    const page = await site.told<Record<string, unknown>>(`${address}&limit=${limit}${cursor}`)
    entries.push(...(page[list] as T[]))
    if (page['next'] === null) return entries
    cursor = `&cursor=${encodeURIComponent(String(page['next']))}`
  }
  throw new Error(`${address} never ends; does its cursor move on?`)
}

/** What every server answers its admins' programs, whatever is underneath. */
export function describeAdminRoutes(name: string, open: () => Promise<OpenedRoutes>): void {
  describe(name, () => {
    const start = () => openAdminSite(open)

    describe('every address', () => {
      test('asks for a token', async () => {
        const site = await start()
        for (const route of everyRoute(site)) {
          for (const headers of [
            {},
            { Authorization: `Basic ${btoa('admin:admin')}` },
            { Authorization: site.tokens.own },
            { Authorization: 'Bearer ' },
            { Authorization: `Bearer ${site.tokens.own}x` },
            { Authorization: `Bearer ${site.tokens.own.slice(0, -1)}` },
            { Cookie: `token=${site.tokens.own}` },
          ]) {
            const response = await site.fetch(adminRequest({ ...route, headers }))
            expect(response.headers.get('WWW-Authenticate')).toBe('Bearer')
            expect([route.path, await answerOf(response)]).toEqual([route.path, '401 unauthorised'])
          }
        }
      })

      test('refuses a token that was never made, and one that was revoked', async () => {
        const site = await start()
        const revoked = await makeToken(site, `gone-${site.site}`, null)
        const [first] = everyRoute(site)
        expect(first && (await site.fetch(adminRequest({ ...first, token: revoked }))).status).toBe(
          200,
        )
        await site.store.removeToken(`gone-${site.site}`)
        for (const [i, route] of everyRoute(site).entries()) {
          const token = i % 2 === 0 ? revoked : RIGHT_FORM
          const response = await site.fetch(adminRequest({ ...route, token }))
          expect([route.path, await answerOf(response)]).toEqual([route.path, '401 unauthorised'])
        }
      })

      test("is not there for another site's token, which is written down", async () => {
        const site = await start()
        const routes = everyRoute(site)
        for (const route of routes) {
          const denied = await site.fetch(adminRequest({ ...route, token: site.tokens.other }))
          const missing = route.path.replace(site.site, 'tiada')
          const unknown = await site.fetch(
            adminRequest({ ...route, path: missing, token: site.tokens.all }),
          )
          expect(denied.status).toBe(404)
          expect(await denied.text()).toBe(await unknown.text())
        }
        const rows = await site.sql(
          "select actor, note, votes from audit where site = :site and action = 'denied'",
        )
        const actor = site.site.replace('situs', 'other')
        expect(rows).toEqual(routes.map(({ method, path }) => [actor, `${method} ${path}`, 0]))
      })

      test('writes down who asks for what is not theirs, ten times from one address', async () => {
        const site = await start()
        const token = site.tokens.other
        const ask = (path: string) => site.fetch(adminRequest({ path, token }))
        for (let n = 0; n < 6; n++) {
          for (const of of [site.site, 'tiada']) {
            const denied = await ask(`/api/admin/sites/${of}/audit`)
            expect(await answerOf(denied)).toBe('404 site')
          }
        }
        const actor = site.site.replace('situs', 'other')
        const rows = await site.sql(
          `select site, count(*) from audit where actor = '${actor}' group by 1 order by 1`,
        )
        // A site that doesn't exist has no audit log of its own.
        expect(rows).toEqual([
          [null, 5],
          [site.site, 5],
        ])
      })

      test('answers its own token and one of all sites, to them alone', async () => {
        const site = await start()
        for (const route of everyRoute(site)) {
          for (const token of [site.tokens.own, site.tokens.all]) {
            const response = await site.fetch(
              adminRequest({ ...route, token, headers: { Origin: `https://${site.host}` } }),
            )
            expect([route.path, response.status]).toEqual([route.path, 200])
            expect(response.headers.get('Cache-Control')).toBe('no-store')
            expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull()
            await response.arrayBuffer()
          }
        }
      })

      test('does not know a token in the address, nor a choice, nor other fields', async () => {
        const site = await start()
        for (const route of everyRoute(site)) {
          const wrong = [
            ['token', site.tokens.own],
            ['access_token', site.tokens.own],
            ['choice', 'puas'],
            ['sort', 'constructor'],
            ['constructor', '1'],
            ['__proto__', '1'],
          ] as const
          for (const [field, value] of wrong) {
            const request =
              route.method === 'GET'
                ? { ...route, path: `${route.path}?${field}=${value}` }
                : { ...route, body: `{"note":"${NOTE}","${field}":"${value}"}` }
            const bare = await site.fetch(adminRequest(request))
            expect(await answerOf(bare)).toBe('401 unauthorised')
            const response = await site.fetch(adminRequest({ ...request, token: site.tokens.own }))
            expect([route.path, field, await answerOf(response)]).toEqual([
              route.path,
              field,
              '400 unknown-field',
            ])
          }
        }
      })

      test('answers over https or on the machine itself', async () => {
        const site = await start()
        const away = { 'X-Forwarded-For': '203.0.113.7' }
        const ways = [
          ['http://tanggapan.example', away, '403 insecure'],
          ['http://tanggapan.example', {}, '403 insecure'],
          ['http://tanggapan.example', { 'X-Forwarded-Proto': 'http' }, '403 insecure'],
          ['http://localhost:8787', { 'X-Forwarded-Proto': 'http' }, '403 insecure'],
          ['http://localhost:8787', away, '403 insecure'],
          [
            'http://tanggapan.example',
            { ...away, 'X-Forwarded-Proto': 'https, http' },
            '403 insecure',
          ],
          ['http://tanggapan.example', { ...away, 'X-Forwarded-Proto': 'https' }, '200'],
          ['http://localhost:8787', {}, '200'],
          ['http://127.0.0.1:8787', {}, '200'],
          ['http://[::1]:8787', {}, '200'],
          ['https://tanggapan.example', away, '200'],
        ] as const
        for (const route of everyRoute(site)) {
          for (const [origin, headers, answer] of ways) {
            const token = site.tokens.own
            const response = await site.fetch(adminRequest({ ...route, origin, headers, token }))
            expect([origin, headers, await answerOf(response)]).toEqual([origin, headers, answer])
          }
        }
      })

      test('is 405 for another method and 404 beside it, preflights included', async () => {
        const site = await start()
        for (const { method, path } of everyRoute(site)) {
          for (const other of [
            'PUT',
            'DELETE',
            'PATCH',
            'OPTIONS',
            method === 'GET' ? 'POST' : 'GET',
          ]) {
            const response = await site.fetch(
              adminRequest({ path, method: other, headers: { Origin: 'https://asing.example' } }),
            )
            expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull()
            expect(response.headers.get('Allow')).toBe(method === 'GET' ? 'GET, HEAD' : method)
            expect(await answerOf(response)).toBe('405 method')
          }
          for (const beside of [`${path}/`, `${path}/1`, path.replace('/api', '//api')]) {
            const response = await site.fetch(
              adminRequest({ path: beside, token: site.tokens.own }),
            )
            expect(await answerOf(response)).toBe('404 not-found')
          }
        }
        for (const path of ['/api/admin', '/api/admin/', '/api/admin/sites']) {
          expect(await answerOf(await site.fetch(adminRequest({ path })))).toBe('404 not-found')
        }
      })
    })

    describe('guessing tokens', () => {
      test('is stopped for an address, not for others, nor for a token that was right', async () => {
        const site = await start()
        const from = (address: string, token: string) =>
          site.ask('summary', undefined, { token, headers: { 'X-Forwarded-For': address } })
        const late = await makeToken(site, `late-${site.site}`, null)
        expect((await from('198.51.100.1', site.tokens.own)).status).toBe(200)
        for (let n = 0; n < 10; n++) {
          const wrong = RIGHT_FORM.slice(0, -1) + n
          expect(await answerOf(await from('198.51.100.1', wrong))).toBe('401 unauthorised')
        }
        const before = site.statements()
        const stopped = await from('198.51.100.1', RIGHT_FORM)
        expect(Number(stopped.headers.get('Retry-After'))).toBe(WINDOW / 1000)
        expect(await answerOf(stopped)).toBe('429 attempts')
        expect(await answerOf(await from('198.51.100.1', late))).toBe('429 attempts')
        expect(site.statements()).toBe(before)
        expect((await from('198.51.100.1', site.tokens.own)).status).toBe(200)
        expect((await from('198.51.100.2', late)).status).toBe(200)

        site.clock.now += WINDOW
        expect(await answerOf(await from('198.51.100.1', RIGHT_FORM))).toBe('401 unauthorised')
      })

      test('counts an IPv6 network as one address', async () => {
        const site = await start()
        const from = (address: string) =>
          site.ask('summary', undefined, {
            token: RIGHT_FORM,
            headers: { 'X-Forwarded-For': address },
          })
        for (let n = 0; n < 10; n++) await from(`2001:db8:0:1::${n}`)
        expect(await answerOf(await from('2001:db8:0:1:ffff::1'))).toBe('429 attempts')
        expect(await answerOf(await from('2001:db8:0:2::1'))).toBe('401 unauthorised')
      })
    })

    describe('a request with a fault', () => {
      const long = 'n'.repeat(501)
      test.each([
        ['standings?standing=counted', '400 value'],
        ['standings?standing=constructor', '400 value'],
        ['standings?reason=toString', '400 value'],
        ['standings?from=2026-02-30', '400 value'],
        ['standings?to=kemarin', '400 value'],
        ['standings?limit=0', '400 value'],
        ['standings?limit=101', '400 value'],
        ['standings?limit=1e2', '400 value'],
        ['standings?limit=1&limit=2', '400 value'],
        ['standings?cursor=', '400 value'],
        ['standings?cursor=2026-03-01~1~pending', '400 value'],
        ["standings?cursor=2026-03-01~1~pending~network'--", '400 value'],
        ['standings?article=https://asing.example/', '400 article'],
        ['standings?article=', '400 value'],
        ['votes?standing=counted', '400 article'],
        ['votes?day=2026-3-1', '400 value'],
        ['votes?from=2026-03-01', '400 unknown-field'],
        [`votes?cursor=${'f'.repeat(32)}`, '400 value'],
        ['votes?article=javascript:alert(1)', '400 article'],
        ['audit?cursor=-1', '400 value'],
        ['audit?actor=%00', '400 value'],
        ['summary?from=2026-03-01', '400 unknown-field'],
      ])('%s is %s', async (address, answer) => {
        const site = await start()
        expect(await answerOf(await site.ask(address))).toBe(answer)
      })

      test.each([
        ['releases', {}, '400 value'],
        ['releases', { note: 'terlalu' }, '400 value'],
        ['releases', { note: ' '.repeat(40) }, '400 value'],
        ['releases', { note: `${NOTE}\u202e` }, '400 value'],
        ['releases', { note: `${NOTE}\n${NOTE}` }, '400 value'],
        ['releases', { note: long }, '400 value'],
        ['releases', { note: 10 }, '400 value'],
        ['releases', { note: NOTE, standing: 'counted' }, '400 value'],
        ['releases', { note: NOTE, reason: ['network'] }, '400 value'],
        ['releases', { note: NOTE, from: '2026-13-01' }, '400 value'],
        ['releases', { note: NOTE, votes: [] }, '400 value'],
        ['releases', { note: NOTE, votes: ['x'] }, '400 value'],
        ['releases', { note: NOTE, votes: ['a'.repeat(32)] }, '400 article'],
        ['releases', { note: NOTE, article: 'https://asing.example/' }, '400 article'],
        ['releases', { note: NOTE, from: null }, '400 value'],
        ['exclusions', { note: NOTE, standing: 'excluded' }, '400 value'],
        ['exclusions', { note: NOTE, standing: 'counted' }, '400 article'],
        ['exclusions', [], '400 json'],
        ['exclusions', '"teks"', '400 json'],
        ['exclusions', '{', '400 json'],
      ])('%s with %j is %s and changes nothing', async (address, body, answer) => {
        const site = await start()
        await site.cast({ verdict: NETWORK })
        await site.cast()
        expect(await answerOf(await site.ask(address, body))).toBe(answer)
        expect(await site.sql('select count(*) from audit where site = :site')).toEqual([[0]])
        const standings = `
          select standing from votes join articles on id = article where site = :site order by 1`
        expect(await site.sql(standings)).toEqual([['counted'], ['pending']])
      })

      test.each([
        undefined,
        'text/plain',
        'application/x-www-form-urlencoded',
        'application/jsonp',
      ])('a body of type %s is 415', async (type) => {
        const site = await start()
        const body = JSON.stringify({ note: NOTE })
        const headers = { 'Content-Type': type }
        expect(await answerOf(await site.ask('releases', body, { headers }))).toBe(
          '415 content-type',
        )
      })
    })

    describe('the list of standings', () => {
      test('has the votes that are not counted by article, day and reason, latest first', async () => {
        const site = await start()
        await site.cast()
        for (let n = 0; n < 3; n++) await site.cast({ verdict: NETWORK })
        await site.cast({ verdict: BURST, path: '/lain', day: '2026-02-27' })
        await site.cast({ verdict: BURST, choice: 'tidak-puas' })
        const withdrawn = await site.cast({ verdict: NETWORK, path: '/tarik' })
        await site.store.takeTurn({
          article: { site: site.site, key: `${site.host}/tarik` },
          voter: withdrawn,
          turn: 2,
          choice: null,
          day: DAY,
          hour: 0,
          verdict: NETWORK,
        })
        const berita = { article: `${site.host}/berita`, title: null, verified: false, day: DAY }
        const network = { ...berita, standing: 'pending', reason: 'network', votes: 3 }
        const burst = { ...berita, standing: 'pending', reason: 'burst', votes: 1 }
        const lain = { ...burst, article: `${site.host}/lain`, day: '2026-02-27' }
        expect(await site.told('standings')).toEqual({
          standings: [network, burst, lain],
          next: null,
        })
        const filters = [
          ['reason=burst', [burst, lain]],
          ['reason=burst&article=/berita', [burst]],
          [`article=https://${site.host}/lain/?utm_source=a`, [lain]],
          ['from=2026-02-28', [network, burst]],
          ['to=2026-02-28', [lain]],
          ['from=2026-02-27&to=2026-02-27&standing=pending', [lain]],
          ['standing=excluded', []],
          ['article=/tiada', []],
        ] as const
        for (const [query, standings] of filters) {
          expect([query, await site.told(`standings?${query}`)]).toEqual([
            query,
            { standings, next: null },
          ])
        }
      })

      test('comes in pages that miss nothing and repeat nothing', async () => {
        const site = await start()
        for (let n = 0; n < 30; n++) {
          const reason = PENDING_REASONS[n % PENDING_REASONS.length] ?? 'burst'
          const verdict = { standing: 'pending', reason } as const
          await site.cast({ path: `/${n % 4}`, day: `2026-02-0${1 + (n % 3)}`, verdict })
        }
        const inOrder = (groups: readonly Group[]) =>
          groups.map((group) => [
            group.article,
            group.day,
            group.standing,
            group.reason,
            group.votes,
          ])
        const whole = await allPages<Group>(site, 'standings?', 'standings', 100)
        expect(inOrder(whole).sort()).toEqual(await site.sql(RECOUNT_GROUPS))
        expect(inOrder(await allPages(site, 'standings?', 'standings', 1))).toEqual(inOrder(whole))
        const some = whole.filter(({ reason }) => reason === 'burst')
        const filtered = await allPages<Group>(site, 'standings?reason=burst', 'standings', 2)
        expect(inOrder(filtered)).toEqual(inOrder(some))
      })
    })

    describe('the list of votes', () => {
      test('has neither choice nor voter, and names that stay', async () => {
        const site = await start()
        const voters = []
        for (const choice of CHOICES) {
          voters.push(await site.cast({ choice, verdict: NETWORK, hour: 492_341 }))
        }
        const { votes } = await site.told<{ votes: Vote[] }>('votes')
        expect(votes).toHaveLength(4)
        for (const vote of votes) {
          expect(vote).toEqual({
            article: `${site.host}/berita`,
            vote: expect.stringMatching(/^[0-9a-f]{32}$/),
            day: DAY,
            hour: '2026-03-02T05:00:00Z',
            standing: 'pending',
            reason: 'network',
          })
        }
        const text = JSON.stringify(votes)
        for (const word of [...voters, ...CHOICES]) expect(text).not.toContain(word)
        expect(await site.told('votes')).toMatchObject({ votes })
      })

      test('comes in pages that miss nothing and repeat nothing', async () => {
        const site = await start()
        for (let n = 0; n < 12; n++) {
          const verdict = n % 3 === 0 ? BURST : n % 3 === 1 ? NETWORK : undefined
          await site.cast({ path: `/${n % 2}`, ...(verdict ? { verdict } : {}) })
        }
        for (const [query, many] of [
          ['standing=pending', 8],
          ['standing=pending&reason=burst', 4],
          ['standing=pending&article=/0', 4],
          ['standing=pending&article=/0&reason=burst', 2],
          [`standing=pending&day=${DAY}`, 8],
          ['standing=pending&day=2026-03-02', 0],
          ['standing=counted&article=/1', 2],
          ['standing=excluded', 0],
        ] as const) {
          const whole = await allPages<Vote>(site, `votes?${query}`, 'votes', 100)
          expect([query, new Set(whole.map(({ vote }) => vote)).size]).toEqual([query, many])
          expect(await allPages<Vote>(site, `votes?${query}`, 'votes', 1)).toEqual(whole)
        }
      })
    })

    describe('a decision', () => {
      test('about some votes changes these alone, with a line in the audit log', async () => {
        const site = await start()
        for (let n = 0; n < 3; n++) await site.cast({ verdict: NETWORK })
        const { votes } = await site.told<{ votes: Vote[] }>('votes')
        const [first, second] = votes.map(({ vote }) => vote)
        const chosen = { article: '/berita', votes: [first, second], note: `  ${NOTE}  ` }
        expect(await site.decide('releases', chosen)).toEqual([
          { changed: 2 },
          { changed: 2, done: true },
        ])
        expect(await site.told('votes')).toMatchObject({ votes: [{ vote: votes[2]?.vote }] })
        expect(await site.decide('releases', chosen)).toEqual([{ changed: 0, done: true }])
        expect(await site.told('audit')).toEqual({
          audit: [
            {
              id: expect.any(Number),
              at: '2026-03-01T05:00:00Z',
              actor: site.site.replace('situs', 'own'),
              action: 'release',
              article: `${site.host}/berita`,
              votes: 2,
              note: `${NOTE} [pending, 2 named]`,
            },
          ],
          next: null,
        })
      })

      test("does not reach another site's votes by their names", async () => {
        const site = await start()
        const other = await start()
        await other.cast({ verdict: NETWORK })
        await site.cast({ verdict: NETWORK })
        const { votes } = await other.told<{ votes: Vote[] }>('votes')
        const names = votes.map(({ vote }) => vote)
        const decision = { article: '/berita', votes: names, note: NOTE }
        expect(await site.decide('releases', decision)).toEqual([{ changed: 0, done: true }])
      })

      test('about a time and reason leaves what was excluded before', async () => {
        const site = await start()
        await site.cast({ verdict: NETWORK, day: '2026-02-25', path: '/a' })
        await site.cast({ verdict: NETWORK, day: '2026-02-26', path: '/a' })
        await site.cast({ verdict: NETWORK, day: '2026-02-27', path: '/b' })
        await site.cast({ verdict: BURST, day: '2026-02-27', path: '/b' })
        const exclude = { from: '2026-02-26', to: '2026-02-26', note: NOTE }
        expect((await site.decide('exclusions', exclude)).at(-1)).toEqual({
          changed: 1,
          done: true,
        })
        const span = { reason: 'network', from: '2026-02-26', to: '2026-02-28', note: NOTE }
        expect((await site.decide('releases', span)).at(-1)).toEqual({ changed: 1, done: true })
        const standings = `
          select key, day, standing, reason from votes join articles on id = article
          where site = :site order by 1, 2, 4`
        expect(await site.sql(standings)).toEqual([
          [`${site.host}/a`, '2026-02-25', 'pending', 'network'],
          [`${site.host}/a`, '2026-02-26', 'excluded', 'network'],
          [`${site.host}/b`, '2026-02-27', 'counted', null],
          [`${site.host}/b`, '2026-02-27', 'pending', 'burst'],
        ])
        const excluded = { standing: 'excluded', note: NOTE }
        expect((await site.decide('releases', excluded)).at(-1)).toEqual({ changed: 1, done: true })
        const { audit } = await site.told<{ audit: AuditLine[] }>('audit')
        expect(audit.map(({ action, votes, note }) => [action, votes, note])).toEqual([
          ['release', 1, `${NOTE} [excluded]`],
          ['release', 1, `${NOTE} [pending, network, from 2026-02-26, to 2026-02-28]`],
          ['exclude', 1, `${NOTE} [pending, from 2026-02-26, to 2026-02-26]`],
        ])
        const filtered = await site.told<{ audit: AuditLine[] }>('audit?action=exclude&limit=1')
        expect(filtered.audit).toEqual(audit.slice(2))
        expect(await allPages(site, 'audit?', 'audit', 1)).toEqual(audit)
      })

      test('shows at once in the figures, and not to the reader whose vote it was', async () => {
        const site = await start()
        const send = (path: string, body: Record<string, unknown>) =>
          site.fetch(
            writeRequest({
              path,
              body: { site: site.site, article: '/berita', ...body },
              headers: { Origin: `https://${site.host}` },
            }),
          )
        const ballot = 'b'.repeat(22)
        const seen = async (mine?: string) => {
          const body = { visit: 'repeat', ...(mine === undefined ? {} : { ballot: mine }) }
          return (await (await send('/v1/views', body)).json()) as ViewReply
        }
        const { token } = await seen()
        // The page is some time old, as a reader's is.
        site.clock.now += 5000
        const vote = { ballot, turn: 1, choice: 'puas', token }
        const voted = (await (await send('/v1/votes', vote)).json()) as Figures
        await site.cast()
        const own = async () => {
          const { article, responses, votes, choice } = await seen(ballot)
          return { article, responses, votes, choice }
        }
        const before = await own()
        expect(before).toMatchObject({ responses: 2, choice: 'puas' })
        expect((await seen()).responses).toBe(2)

        const everything = { article: '/berita', standing: 'counted', note: NOTE }
        const excluded = await site.decide('exclusions', everything)
        expect(excluded.at(-1)).toEqual({ changed: 2, done: true })
        expect((await seen()).responses).toBe(0)
        expect(await own()).toEqual({
          ...before,
          responses: 1,
          votes: { ...before.votes, puas: 1 },
        })
        const again = await send('/v1/votes', { ...vote, turn: 2 })
        expect([again.status, Object.keys(await again.json())]).toEqual([200, Object.keys(voted)])

        const release = { standing: 'excluded', reason: 'moderation', note: NOTE }
        expect((await site.decide('releases', release)).at(-1)).toEqual({ changed: 2, done: true })
        expect((await seen()).responses).toBe(2)
        expect(await own()).toEqual(before)
      })

      test('about many votes tells of every thousand', async () => {
        const site = await start()
        const casts = Array.from({ length: 2100 }, (_, n) =>
          site.cast({ verdict: NETWORK, path: `/${n % 7}` }),
        )
        await Promise.all(casts)
        const lines = await site.decide('releases', { reason: 'network', note: NOTE })
        expect(lines).toEqual([
          { changed: 1000 },
          { changed: 2000 },
          { changed: 2100 },
          { changed: 2100, done: true },
        ])
        expect(await site.sql(TALLIES)).toEqual(await site.sql(RECOUNT))
      }, 60_000)
    })

    test('the summary adds up: counted and dropped views are the requests', async () => {
      const site = await start()
      const article = { site: site.site, key: `${site.host}/berita` }
      for (const day of [DAY, DAY, '2026-02-23', '2026-02-22']) {
        await site.store.recordView(article, day, null)
      }
      await site.store.dropView(site.site, DAY, 'bot')
      await site.store.dropView(site.site, '2026-02-25', 'bot')
      await site.store.dropView(site.site, '2026-02-25', 'repeat')
      await site.cast({ verdict: NETWORK })
      await site.cast({ verdict: NETWORK, path: '/lain', day: '2026-02-24' })
      await site.cast({ verdict: { standing: 'pending', reason: 'token' }, day: '2026-02-24' })
      await site.cast({ verdict: BURST, path: '/lain', day: '2026-02-24' })
      await site.cast({ day: '2026-02-22' })
      await site.cast()
      const expected = {
        today: {
          from: DAY,
          to: DAY,
          votes: [
            { standing: 'counted', reason: null, votes: 1 },
            { standing: 'pending', reason: 'network', votes: 1 },
          ],
          views: { requests: 3, counted: 2, dropped: { bot: 1 } },
        },
        week: {
          from: '2026-02-23',
          to: DAY,
          votes: [
            { standing: 'counted', reason: null, votes: 1 },
            { standing: 'pending', reason: 'burst', votes: 1 },
            { standing: 'pending', reason: 'network', votes: 2 },
            { standing: 'pending', reason: 'token', votes: 1 },
          ],
          views: { requests: 6, counted: 3, dropped: { bot: 2, repeat: 1 } },
        },
      }
      // Views reach the disk within a second.
      await expect.poll(() => site.told('summary'), { timeout: 5000 }).toEqual(expected)
    })

    describe('a notice', () => {
      interface Notice {
        readonly kind: string
        readonly article: string | null
        readonly text: string
      }
      const toldBy = async (site: AdminSite, token: string) => {
        const { notices } = (await (await site.ask('notices', undefined, { token })).json()) as {
          notices: Notice[]
        }
        return notices
      }
      /** A view by a page on another origin, or at another address. */
      const view = (site: AdminSite, origin: string, page?: string) =>
        site.fetch(
          writeRequest({
            path: '/v1/views',
            body: { site: site.site, article: '/daftar', visit: 'new', ...(page ? { page } : {}) },
            headers: { Origin: origin },
          }),
        )

      test('is there for what is amiss, and for nothing else', async () => {
        const site = await start()
        await site.cast()
        await view(site, `https://${site.host}`)
        expect(await site.told('notices')).toEqual({ notices: [] })
      })

      test('names the line to set for a proxy that nobody trusts', async () => {
        const site = await start()
        const away = { 'X-Forwarded-For': '203.0.113.7, 10.1.2.3' }
        expect((await site.ask('summary', undefined, { headers: away })).status).toBe(200)
        expect(await site.told('notices')).toEqual({
          notices: [
            {
              kind: 'proxy-untrusted',
              since: '2026-03-01T05:00:00Z',
              until: null,
              article: null,
              text: expect.stringMatching(/TRUSTED_PROXIES=\S*10\.1\.2\.0\/24/),
            },
          ],
        })
      })

      test('of a refused origin is for its own site, and for who sees all sites', async () => {
        const site = await start()
        const beside = [`https://baru.${site.host}`, `http://${site.host}`, 'https://go.id']
        for (const origin of [...beside, 'https://asing.example']) await view(site, origin)
        const named = (notices: readonly Notice[]) =>
          notices.map(({ kind, text }) => [kind, /from (\S+),/.exec(text)?.[1]]).sort()
        const ours = beside.map((origin) => ['refused-origin', origin])
        expect(named(await toldBy(site, site.tokens.own))).toEqual(ours.sort())
        const all = await toldBy(site, site.tokens.all)
        expect(named(all.filter(({ kind }) => kind === 'refused-origin'))).toEqual(
          [...ours, ['refused-origin', 'https://asing.example']].sort(),
        )
      })

      test('of a failed backup is for who sees all sites', async () => {
        const site = await start()
        expect(await toldBy(site, site.tokens.all)).toEqual([
          {
            kind: 'backup',
            since: '2026-02-28T00:00:00Z',
            until: null,
            article: null,
            text: 'The last backup failed: there is no room',
          },
        ])
      })

      test('tells of an article at which many wait for their network', async () => {
        const site = await start()
        const casts = [
          { path: '/kelas', votes: 10 },
          { path: '/kantor', votes: 9 },
          { path: '/lama', votes: 10, day: '2026-02-27' },
        ]
        for (const { votes, ...vote } of casts) {
          for (let n = 0; n < votes; n++) await site.cast({ ...vote, verdict: NETWORK })
        }
        for (let n = 0; n < 10; n++) await site.cast({ path: '/banjir', verdict: BURST })
        expect(await toldBy(site, site.tokens.own)).toMatchObject([
          {
            kind: 'network',
            article: `${site.host}/kelas`,
            text: expect.stringMatching(/^10 votes of 2026-03-01 .* release them/),
          },
        ])
        const release = { article: '/kelas', reason: 'network', note: NOTE }
        expect((await site.decide('releases', release)).at(-1)).toEqual({ changed: 10, done: true })
        expect(await toldBy(site, site.tokens.own)).toEqual([])
      })

      test('names an article that many pages say they are', async () => {
        const site = await start()
        const origin = `https://${site.host}`
        for (let n = 0; n < 6; n++) await view(site, origin, `/daftar?id=${n}`)
        expect(await toldBy(site, site.tokens.own)).toMatchObject([
          {
            kind: 'shared-canonical',
            article: `${site.host}/daftar`,
            text: expect.stringContaining(`${site.host}/daftar?id=0`),
          },
        ])
      })

      test('says why articles could not be verified, and what helps', async () => {
        const site = await start()
        for (const path of ['/a', '/b']) {
          await site.cast({ path })
          const article = { site: site.site, key: site.host + path }
          await site.store.failArticle(article, 'not-found', { at: 0, keepsPlace: true })
        }
        expect(await toldBy(site, site.tokens.own)).toMatchObject([
          {
            kind: 'unverified',
            article: expect.stringContaining(site.host),
            text: expect.stringMatching(/^2 articles could not be verified\. \w.*\. \w.*\.$/),
          },
        ])
      })

      test('tells of a burst at its own site alone', async () => {
        const site = await start()
        const other = await start()
        const article = { site: site.site, key: `${site.host}/berita` }
        const { now } = site.clock
        for (let network = 1; network <= 14; network++) {
          const from = { article, network: network << 8, neighbourhood: network }
          site.watch.sawView(article, from.network, network, now)
          const voter = network.toString(16).padStart(2, '0').repeat(16)
          site.watch.sawVote({ ...from, voter, choice: 'puas', suspicion: null }, now)
        }
        const usual = { rate: 0.03, pace: 0, votes: { ...NO_VOTES, puas: 1000 } }
        expect(site.watch.judge(article, usual, now).voters).toHaveLength(14)
        const burst = {
          kind: 'burst',
          since: '2026-03-01T05:00:00Z',
          article: article.key,
          text: expect.stringContaining('14 votes on 14 views by 14 networks'),
        }
        expect(await toldBy(site, site.tokens.own)).toMatchObject([burst])
        const elsewhere = await site.fetch(
          adminRequest({
            path: `/api/admin/sites/${other.site}/notices`,
            token: site.tokens.all,
          }),
        )
        expect(await elsewhere.text()).not.toContain(article.key)
      })
    })

    test('tallies equal a recount after any moderation, and every change is in the log', async () => {
      const verdict = fc.option(
        fc
          .constantFrom(...PENDING_REASONS)
          .map((reason) => ({ standing: 'pending', reason }) as const),
        { nil: undefined },
      )
      const path = fc.constantFrom('/a', '/b')
      const filter = fc.record(
        {
          reason: fc.constantFrom(...PENDING_REASONS),
          from: fc.constantFrom('2026-02-01', '2026-02-02'),
          to: fc.constantFrom('2026-02-01', '2026-02-02'),
        },
        { requiredKeys: [] },
      )
      const step = fc.oneof(
        fc.record({
          do: fc.constant('cast' as const),
          path,
          verdict,
          day: fc.constantFrom('2026-02-01', '2026-02-02'),
          choice: fc.constantFrom(...CHOICES),
          voter: fc.constantFrom('1', '2', '3').map((digit) => digit.repeat(32)),
          turn: fc.integer({ min: 1, max: 4 }),
        }),
        fc.record({
          do: fc.constantFrom('releases', 'exclusions'),
          standing: fc.constantFrom('pending', 'excluded', 'counted'),
          article: path,
          filter,
        }),
      )

      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          const site = await start()
          let changed = 0
          for (const each of steps) {
            if (each.do === 'cast') {
              const { do: _, verdict: judged, ...vote } = each
              await site.cast({ ...vote, ...(judged ? { verdict: judged } : {}) })
              continue
            }
            const { article, standing } = each
            const response = await site.ask(each.do, {
              article,
              standing,
              ...each.filter,
              note: NOTE,
            })
            const taken = each.do === 'releases' ? standing !== 'counted' : standing !== 'excluded'
            expect(response.status).toBe(taken ? 200 : 400)
            const last = (await textOf(response)).trim().split('\n').at(-1) ?? ''
            changed += taken ? (JSON.parse(last) as { changed: number }).changed : 0
          }
          expect(await site.sql(TALLIES)).toEqual(
            (await site.sql(RECOUNT)).filter((row) => row.slice(2).some((n) => n !== 0)),
          )
          const { standings } = await site.told<{ standings: Group[] }>('standings')
          const groups = standings.map((g) => [g.article, g.day, g.standing, g.reason, g.votes])
          expect(groups.sort()).toEqual(await site.sql(RECOUNT_GROUPS))
          const logged = 'select coalesce(sum(votes), 0) from audit where site = :site'
          expect(await site.sql(logged)).toEqual([[changed]])
        }),
        { numRuns: 25 },
      )
    }, 60_000)
  })
}
