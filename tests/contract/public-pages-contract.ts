import { describe, expect, onTestFinished, test } from 'vitest'
import { publishedChainFrom } from '../../server/domain/chain/published-chain.ts'
import { signDays } from '../../server/domain/chain/sign-days.ts'
import { verifyChain } from '../../server/domain/chain/verify-chain.ts'
import { refreshSums } from '../../server/domain/report/refresh-sums.ts'
import { nodeChecks } from '../../server/entry/node-notary.ts'
import { signingOf } from '../../server/entry/signing.ts'
import { CHOICES } from '../../shared/choice.ts'
import type { SiteSettings } from '../../shared/site-settings.ts'
import { COUNTED, type Verdict } from '../../shared/standing.ts'
import { TESTS_SECRET } from '../support/opened-routes.ts'
import { reportGround } from '../support/report-ground.ts'
import type { OpenedRoutes } from './reader-routes-contract.ts'

const DAY = 24 * 60 * 60 * 1000
const HOST = 'https://tanggapan.example'
const PENDING: Verdict = { standing: 'pending', reason: 'burst' }
let sites = 0

/** What anybody may see of a site, on every kind of server. */
export function describePublicPages(name: string, open: () => Promise<OpenedRoutes>): void {
  describe(`public pages of ${name}`, { timeout: 60_000 }, () => {
    /** A site whose articles got so many votes by choice yesterday, and one pending vote for the worst. */
    async function opened(
      settings: SiteSettings,
      articles: Readonly<Record<string, readonly number[]>>,
    ) {
      const server = await open()
      onTestFinished(() => server.close())
      const { store, clock } = server
      const key = `publik-${sites++}`
      const host = `${key}.go.id`
      await store.addSite({
        ...{ key, name: 'Desa <Suka & Maju>', timeZone: 'Asia/Jakarta', settings },
        ...{ loopback: false, intranet: false, addedAt: 0 },
        origins: [{ origin: `https://${host}`, role: 'primary' }],
      })
      clock.now += DAY * sites
      const day = new Date(clock.now - DAY).toISOString().slice(0, 10)
      for (const [path, counts] of Object.entries(articles)) {
        const article = { site: key, key: `${host}/${path}` }
        const title = `=Judul "${path}"`
        if (!path.startsWith('x')) await store.verifyArticles(key, [{ ...article, title }], true)
        await store.recordView(article, day, null)
        let voter = 0
        for (const [i, votes] of [...counts, 1].entries()) {
          for (let n = 0; n < votes; n++) {
            voter += 1
            const choice = CHOICES[Math.min(i, 3)] ?? null
            const verdict = i < 4 ? COUNTED : PENDING
            const cast = { turn: 1, choice, day, hour: 0, verdict }
            await store.takeTurn({ article, voter: String(voter).padStart(32, '0'), ...cast })
          }
        }
      }
      const signing = signingOf(TESTS_SECRET)
      const steps = { rest: () => Promise.resolve(), stopping: new AbortController().signal }
      const sign = async () => {
        await signDays({ store, ...signing, ...steps }, clock.now)
        await refreshSums(reportGround(store), clock.now, false)
      }
      await sign()
      const get = (path: string, headers: Record<string, string> = {}) =>
        server.fetch(new Request(`${HOST}/s/${key}${path}`, { headers }))
      return { ...server, key, host, day, get, sign }
    }

    const ON: SiteSettings = { publicPage: true }
    const ORIGIN = { 'berita/1': [14, 2, 1, 2] }

    test('are not there until a site switches them on', async () => {
      const { get, fetch } = await opened({}, ORIGIN)
      const paths = ['', '/open-data.json', '/open-data.csv', '/chain.json', '/badge.svg']
      for (const path of paths) expect((await get(path)).status, path).toBe(404)
      expect((await fetch(new Request(`${HOST}/s/nowhere`))).status).toBe(404)
      expect((await fetch(new Request(`${HOST}/s/public.css`))).status).toBe(200)
      const posted = await fetch(new Request(`${HOST}/s/nowhere`, { method: 'POST' }))
      expect([posted.status, posted.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
    })

    test('say in words what the votes say, how sure it is, and what is set aside', async () => {
      const { get } = await opened(ON, ORIGIN)
      const reply = await get('')
      const text = await reply.text()
      for (const said of [
        'Desa &lt;Suka &amp; Maju&gt;',
        '16 dari 19 penilaian pembaca puas atau sangat puas.',
        ...['73,7 %', '10,5 %', '5,3 %', 'antara 62 dan 94 dari 100', 'Responden masih sedikit'],
        ...[
          'Bagaimana Tanggapan Anda?',
          'Ditahan: bagian dari lonjakan',
          'LAPOR!',
          '1 kali dilihat',
        ],
      ]) {
        expect(text).toContain(said)
      }
      expect(text).not.toMatch(/<script|\sstyle=|<style|<Suka/)
      expect(reply.headers.get('Cache-Control')).toBe('public, max-age=60')
      const tag = reply.headers.get('ETag') ?? ''
      expect((await get('', { 'If-None-Match': tag })).status).toBe(304)
      expect(await (await get('?lang=en')).text()).toContain('16 of 19 ratings')
    })

    test('say where the question was another, with the number of answers apart', async () => {
      const { get, store, clock, key, host, day, sign } = await opened(ON, ORIGIN)
      expect(await (await get('')).text()).not.toContain('tidak selalu sama')
      const today = new Date(clock.now).toISOString().slice(0, 10)
      const settings = { ...ON, wording: { id: { question: 'Jelaskah <ini>?' } } }
      await store.setSettings(key, settings, { at: Math.floor(clock.now / 1000), day: today })
      const vote = { turn: 1, choice: 'puas', day: today, hour: 0, verdict: COUNTED } as const
      const article = { site: key, key: `${host}/berita/1` }
      await store.takeTurn({ article, voter: 'a'.repeat(32), ...vote })
      clock.now += DAY
      await sign()
      const text = await (await get('')).text()
      const [part = ''] = /<h2>Yang ditanyakan tidak selalu sama.*?<\/table>/s.exec(text) ?? []
      const rows = [...part.matchAll(/<tr><th scope="row">(.*?)<\/tr>/gs)].map(([, row]) => row)
      const dated = (of: string) => of.split('-').reverse().join('-')
      expect(rows[0]).toContain(`${dated(day)} sampai ${dated(day)}</th>`)
      expect(rows[0]).toMatch(/Bagaimana Tanggapan Anda\? Sangat Puas.*class="number">19</s)
      expect(rows[1]).toContain(`${dated(today)} sampai ${dated(today)}</th>`)
      expect(rows[1]).toMatch(/Jelaskah &lt;ini&gt;\? Sangat Puas.*class="number">1</s)
      expect(rows).toHaveLength(2)
      const data = (await (await get('/open-data.json')).json()) as Record<string, unknown>
      expect(data).toMatchObject({
        responses: 20,
        asked: [
          { from: day, to: day, responses: 19 },
          { from: today, responses: 1, wordings: { id: { question: 'Jelaskah <ini>?' } } },
        ],
      })
    })

    test('open data has the articles that the site itself has, and no formula', async () => {
      const { get, host, day, key } = await opened(ON, {
        ...ORIGIN,
        'berita/2': [3, 0, 1, 1],
        x: [9, 0, 0, 0],
      })
      const reply = await get('/open-data.json')
      expect(reply.headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(await reply.json()).toEqual({
        ...{ site: key, name: 'Desa <Suka & Maju>', timeZone: 'Asia/Jakarta', from: day, to: day },
        ...{ views: 3, responses: 33, pending: [{ reason: 'burst', votes: 3 }], excluded: [] },
        votes: { 'sangat-puas': 26, puas: 2, 'cukup-puas': 2, 'tidak-puas': 3 },
        articles: [
          {
            ...{ article: `${host}/berita/1`, title: '=Judul "berita/1"', views: 1, responses: 19 },
            votes: { 'sangat-puas': 14, puas: 2, 'cukup-puas': 1, 'tidak-puas': 2 },
            opening: null,
          },
          {
            ...{ article: `${host}/berita/2`, title: '=Judul "berita/2"', views: 1, responses: 5 },
            votes: { 'sangat-puas': 3, puas: 0, 'cukup-puas': 1, 'tidak-puas': 1 },
            opening: null,
          },
        ],
      })
      const csv = await (await get('/open-data.csv')).text()
      expect(csv).toContain(`${host}/berita/1;"'=Judul ""berita/1""";1;19;14;2;1;2;;;;;;\r\n`)
      const tag = reply.headers.get('ETag') ?? ''
      expect((await get('/open-data.json', { 'If-None-Match': tag })).status).toBe(304)
    })

    test('what is hidden from readers is not sent here either', async () => {
      const few = { ...ORIGIN, 'berita/2': [1, 0, 0, 1] }
      for (const settings of [
        { ...ON, results: 'never' },
        { ...ON, results: 'after-vote' },
        { ...ON, resultsFrom: 30 },
        // The two votes of the second article would be what is left of the site’s without the first.
        ON,
      ] as const) {
        const { get, host } = await opened(settings, few)
        const data = (await (await get('/open-data.json')).json()) as {
          votes: unknown
          responses: number
          articles: { article: string; votes: unknown; responses: number }[]
        }
        expect([data.votes, data.responses]).toEqual([null, 21])
        const seen = data.articles.filter(({ votes }) => votes !== null)
        expect(seen.map(({ article }) => article)).toEqual(
          settings === ON ? [`${host}/berita/1`] : [],
        )
        const text = await (await get('')).text()
        expect(text).toContain('21 penilaian')
        expect(text).not.toMatch(/class="bar"|puas atau sangat puas\./)
        const badge = await (await get(`/badge.svg?article=https://${host}/berita/2`)).text()
        expect(badge).toContain('tanggapan pembaca: 2 penilaian')
        const chain = (await (await get('/chain.json')).json()) as { openings: unknown[] }
        expect(chain.openings).toEqual([])
      }
    })

    test('the chain that is published is the one that is signed', async () => {
      const { get, key } = await opened(ON, ORIGIN)
      const chain = publishedChainFrom(await (await get('/chain.json')).json())
      expect(chain).toMatchObject({ site: key, entries: [{}], openings: [] })
      expect(verifyChain(nodeChecks, chain)).toMatchObject({ holds: true })
    })

    test('a badge tells of an article what a reader is told', async () => {
      const { get, host } = await opened(ON, ORIGIN)
      const reply = await get(
        `/badge.svg?article=${encodeURIComponent(`https://${host}/berita/1`)}`,
      )
      expect(reply.headers.get('Content-Type')).toBe('image/svg+xml')
      expect(await reply.text()).toContain('tanggapan pembaca: 16 dari 19 puas')
      expect(await (await get('/badge.svg')).text()).toContain('16 dari 19 puas')
      expect((await get('/badge.svg?article=https://evil.example/x')).status).toBe(400)
    })

    test('whole lists begin only so often; what is known already costs none', async () => {
      const { get, clock } = await opened(ON, ORIGIN)
      const statuses: number[] = []
      for (let i = 0; i < 12; i++) statuses.push((await get('/open-data.csv')).status)
      expect(statuses.filter((status) => status === 429)).toHaveLength(2)
      const refused = await get('/open-data.json')
      expect(refused.headers.get('Retry-After')).toBe('20')
      clock.now += 21_000
      expect((await get('/open-data.json')).status).toBe(200)
    })
  })
}
