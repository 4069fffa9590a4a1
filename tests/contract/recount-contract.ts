import { describe, expect, onTestFinished, test } from 'vitest'
import { signDays } from '../../server/domain/chain/sign-days.ts'
import { recount } from '../../server/domain/recount.ts'
import { signingOf } from '../../server/entry/signing.ts'
import type { Site, Store, Turn } from '../../server/store/store.ts'
import { COUNTED, type Verdict } from '../../shared/standing.ts'
import { SUMS_AMISS } from '../support/sums-amiss.ts'
import type { OpenedStore } from './store-contract.ts'

const DAY = 24 * 60 * 60 * 1000
/** Two in the morning in Jakarta: 1 March has closed. */
const AFTER_1_MARCH = Date.UTC(2026, 2, 1, 19)
const SIGNING = signingOf(
  new TextEncoder().encode('a secret for tests only, 32 characters or more'),
)
const PENDING: Verdict = { standing: 'pending', reason: 'burst' }
const NOW = Date.UTC(2026, 10, 24)
const ON = { rest: () => Promise.resolve(), stopping: new AbortController().signal }
const SITE: Site = {
  key: 'desa',
  name: 'Desa',
  timeZone: 'Asia/Jakarta',
  settings: {},
  loopback: false,
  intranet: false,
  addedAt: 0,
  origins: [{ origin: 'https://desa.go.id', role: 'primary' }],
}
const article = { site: 'desa', key: 'desa.go.id/berita' }

function vote(voter: number, more: Partial<Turn> = {}): Turn {
  const digits = voter.toString(16).padStart(32, '0')
  const cast = { turn: 1, choice: 'puas' as const, day: '2026-03-01', hour: 0, verdict: COUNTED }
  return { article, voter: digits, ...cast, ...more }
}

const tally = { site: 'desa', article: article.key, table: 'tallies', day: '2026-03-01' }
const total = { ...tally, table: 'totals', day: null, standing: null }
const pending = { ...tally, table: 'uncounted', standing: 'pending burst' }

/** What is changed behind the store's back, and what a recount says of it. */
const TAMPERED: readonly [what: string, sql: string, found: readonly object[]][] = [
  [
    'a tally',
    'update tallies set puas = 9',
    [{ ...tally, standing: null, column: 'puas', stored: 9, counted: 2 }],
  ],
  [
    'a tally of another choice, and one too few',
    'update tallies set puas = 1, tidak_puas = 1',
    [
      { ...tally, standing: null, column: 'puas', stored: 1, counted: 2 },
      { ...tally, standing: null, column: 'tidak_puas', stored: 1, counted: 0 },
    ],
  ],
  [
    'what is not counted',
    'update uncounted set sangat_puas = 4',
    [{ ...pending, column: 'sangat_puas', stored: 4, counted: 0 }],
  ],
  [
    'totals',
    'update totals set cukup_puas = 3',
    [{ ...total, column: 'cukup_puas', stored: 3, counted: 0 }],
  ],
  [
    'views in all',
    'update totals set views = 70',
    [{ ...total, column: 'views', stored: 70, counted: 1 }],
  ],
  [
    'a day whose tally is gone',
    'delete from tallies',
    [
      { ...tally, standing: null, column: 'puas', stored: 0, counted: 2 },
      { ...total, column: 'views', stored: 1, counted: 0 },
      { ...total, column: 'puas', stored: 2, counted: 0 },
    ],
  ],
  [
    'the set-aside votes’ row gone',
    'delete from uncounted',
    [{ ...pending, column: 'puas', stored: 0, counted: 1 }],
  ],
  [
    'a vote beside the triggers',
    "delete from votes where standing = 'counted' and voter = unhex(printf('%032x', 1))",
    [{ ...tally, standing: null, column: 'puas', stored: 2, counted: 1 }],
  ],
]

/** How every store counts anew, whichever engine is under it. */
export function describeRecount(name: string, open: () => Promise<OpenedStore>): void {
  async function fresh(): Promise<OpenedStore> {
    const opened = await open()
    onTestFinished(() => opened.close())
    await opened.store.addSite(SITE)
    return opened
  }

  /** Two counted votes, a pending one and a view at one article. */
  async function voted({ store, query }: OpenedStore): Promise<void> {
    for (const n of [1, 2]) await store.takeTurn(vote(n))
    await store.takeTurn(vote(3, { verdict: PENDING }))
    await store.recordView(article, '2026-03-01', null)
    const views = () => query('select views from totals')
    await expect.poll(views, { timeout: 4000 }).toEqual([[1]])
  }

  describe(`a recount on ${name}`, () => {
    test('finds nothing amiss in what was voted, changed, withdrawn, decided and sealed', async () => {
      const { store } = await fresh()
      for (let n = 0; n < 12; n++) {
        const day = n % 2 ? '2026-03-01' : '2026-03-02'
        const at = { site: 'desa', key: `desa.go.id/${n % 3}` }
        await store.takeTurn(vote(n, { day, article: at, verdict: n % 4 ? COUNTED : PENDING }))
        const choice = n % 5 ? 'tidak-puas' : null
        if (n > 6) await store.takeTurn(vote(n, { turn: 2, day, article: at, choice }))
      }
      await store.sweepVotes(null, { hoursBefore: 0, sealedThrough: '2026-03-01', at: 0 })
      expect(await recount({ store, ...ON })).toEqual({
        articles: 3,
        differences: [],
        signed: [],
        repaired: 0,
      })
    })

    test.each(TAMPERED)('names %s, and puts it right', async (_, sql, found) => {
      const opened = await fresh()
      const { store, query, run } = opened
      await voted(opened)
      await run(sql)
      const { differences, repaired } = await recount({ store, ...ON })
      expect(differences).toEqual(found)
      expect(repaired).toBe(0)
      expect(await query('select count(*) from audit')).toEqual([[0]])

      const fixed = await recount({ store, ...ON, repairAt: NOW })
      expect(fixed).toMatchObject({ differences: found, repaired: 1 })
      expect((await recount({ store, ...ON })).differences).toEqual([])
      expect(await query(SUMS_AMISS)).toEqual([])
      expect(await query('select at, actor, action, site, article from audit')).toEqual([
        [NOW / 1000, 'operator', 'recount', 'desa', article.key],
      ])
      // What readers are told follows.
      const state = await store.readArticle(article, null)
      const rows = await query('select views, puas, cukup_puas from totals')
      expect([[state.views, state.votes.puas, state.votes['cukup-puas']]]).toEqual(rows)
      const marked = found.some((each) => 'day' in each && each.day !== null)
      expect(await query('select day from changed_days')).toEqual(marked ? [['2026-03-01']] : [])
    })

    test('puts sums right that would fall below zero on the way', async () => {
      const opened = await fresh()
      const { store, query, run } = opened
      await voted(opened)
      await run('update tallies set puas = 9')
      await run('update totals set puas = 0')
      await recount({ store, ...ON, repairAt: NOW })
      expect(await query(SUMS_AMISS)).toEqual([])
    })

    test('names a sealed day that is not what was signed of it', async () => {
      const opened = await fresh()
      const { store, run } = opened
      await voted(opened)
      const signing = { store, ...SIGNING, ...ON }
      await signDays(signing, AFTER_1_MARCH)
      await store.sweepVotes(null, { hoursBefore: 0, sealedThrough: '2026-03-01', at: 0 })
      await signDays(signing, AFTER_1_MARCH + 190 * DAY)
      expect((await recount({ store, ...ON })).signed).toEqual([])

      // Changed so that the sums agree with each other.
      await run("update folded set puas = puas + 5 where standing = 'counted'")
      await run('update tallies set puas = puas + 5')
      const { differences, signed } = await recount({ store, ...ON })
      expect(differences).toEqual([])
      expect(signed).toMatchObject([{ site: 'desa', day: '2026-03-01', number: 2 }])
      expect(JSON.parse(signed[0]?.signed ?? '')).toMatchObject({ counted: { puas: 2 } })
      expect(JSON.parse(signed[0]?.stored ?? '')).toMatchObject({ counted: { puas: 7 } })
    }, 60_000)

    test('what is put right while its day is being signed is signed by the next entry', async () => {
      const opened = await fresh()
      const { store, query, run } = opened
      await voted(opened)
      await signDays({ store, ...SIGNING, ...ON }, AFTER_1_MARCH)
      await signDays({ store, ...SIGNING, ...ON }, AFTER_1_MARCH + 190 * DAY)
      await store.sweepVotes(null, { hoursBefore: 0, sealedThrough: '2026-03-01', at: 0 })
      await run('update tallies set puas = 9')
      // The counts have been read; the marks are taken off in a moment.
      const overtaken: Store = {
        ...store,
        async addLink(...link) {
          expect(await recount({ store, ...ON, repairAt: NOW })).toMatchObject({ repaired: 1 })
          return store.addLink(...link)
        },
      }
      expect(
        await signDays({ store: overtaken, ...SIGNING, ...ON }, AFTER_1_MARCH + 191 * DAY),
      ).toBe(1)
      expect(await query('select day from changed_days')).toEqual([['2026-03-01']])
      await signDays({ store, ...SIGNING, ...ON }, AFTER_1_MARCH + 192 * DAY)
      expect(await query('select day from changed_days')).toEqual([])
      const signed = await query("select number, counts from chain_days where day < '2026-03-02'")
      expect(
        signed.map(([number, counts]) => [number, JSON.parse(String(counts)).counted.puas]),
      ).toEqual([
        [1, 2],
        [192, 9],
        [193, 2],
      ])
      expect((await recount({ store, ...ON })).signed).toEqual([])
    }, 60_000)

    test('holds every site against its own chain, and a day that nobody signed too', async () => {
      const opened = await fresh()
      const { store, run } = opened
      await store.addSite({ ...SITE, key: 'kota', origins: [] })
      for (const site of ['desa', 'kota']) {
        for (const n of [1, 2]) await store.takeTurn(vote(n, { article: { ...article, site } }))
      }
      const signing = { store, ...SIGNING, ...ON }
      await signDays(signing, AFTER_1_MARCH)
      await store.sweepVotes(null, { hoursBefore: 0, sealedThrough: '2026-03-01', at: 0 })
      await signDays(signing, AFTER_1_MARCH + 190 * DAY)
      expect((await recount({ store, ...ON })).signed).toEqual([])

      // All of one site's votes gone, and one that was never signed put in at the other.
      const of = (site: string) => `article in (select id from articles where site = '${site}')`
      for (const table of ['folded', 'tallies'])
        await run(`delete from ${table} where ${of('desa')}`)
      await run(`insert into tallies (article, day, puas)
        select id, '2026-01-05', 1 from articles where site = 'kota'`)
      const { signed } = await recount({ store, ...ON })
      expect(signed.map(({ site, day, number }) => [site, day, number])).toEqual([
        ['desa', '2026-03-01', 1],
        ['kota', '2026-01-05', null],
      ])
      const puas = (text = '') => (JSON.parse(text) as { counted: { puas: number } }).counted.puas
      expect(signed.map((each) => [puas(each.signed), puas(each.stored)])).toEqual([
        [2, 0],
        [0, 1],
      ])

      // A day that waits to be signed anew is not held against what was signed.
      await run("insert into changed_days (site, day) values ('desa', '2026-03-01')")
      expect((await recount({ store, ...ON })).signed.map(({ site }) => site)).toEqual(['kota'])
    }, 60_000)

    test('holds nothing against a site whose chain has yet to begin', async () => {
      const opened = await fresh()
      const { store } = opened
      await voted(opened)
      await signDays({ store, ...SIGNING, ...ON }, AFTER_1_MARCH)
      await signDays({ store, ...SIGNING, ...ON }, AFTER_1_MARCH + 190 * DAY)
      await store.addSite({ ...SITE, key: 'kota', origins: [] })
      await store.takeTurn(vote(1, { article: { ...article, site: 'kota' } }))
      expect((await recount({ store, ...ON })).signed).toEqual([])
    }, 60_000)

    test('says nothing of what was signed where it is told to stop', async () => {
      const opened = await fresh()
      const { store, run } = opened
      await voted(opened)
      const signing = { store, ...SIGNING, ...ON }
      await signDays(signing, AFTER_1_MARCH)
      await signDays(signing, AFTER_1_MARCH + 190 * DAY)
      await run('update tallies set puas = 9')
      const ending = new AbortController()
      ending.abort()
      const told = await recount({ store, ...ON, stopping: ending.signal })
      expect(told).toMatchObject({ articles: 1, signed: [] })
      expect(told.differences).toMatchObject([{ stored: 9, counted: 2 }])
    }, 60_000)

    test('puts the sums of several articles right, each with a line of its own', async () => {
      const { store, run, query } = await fresh()
      for (const n of [1, 2, 3]) {
        const at = { site: 'desa', key: `desa.go.id/${n}` }
        for (const day of ['2026-03-01', '2026-03-02']) {
          const voter = n * 10 + Number(day.slice(-1))
          await store.takeTurn(vote(voter, { article: at, day }))
        }
      }
      await run('update tallies set puas = 5 where article < 3')
      await run('update totals set puas = 9 where article = 2')
      const found = await recount({ store, ...ON, repairAt: NOW })
      expect(found).toMatchObject({ articles: 3, repaired: 2 })
      expect(await query(SUMS_AMISS)).toEqual([])
      const days = 'sums put right that were not what their votes are: 2026-03-01, 2026-03-02'
      expect(await query('select article, note from audit order by 1')).toEqual([
        ['desa.go.id/1', days],
        ['desa.go.id/2', `${days}, in all`],
      ])
    })

    test('counts many articles, and one of many votes while there are more, in pieces', async () => {
      const { store, run, query } = await fresh()
      const numbers =
        'with recursive n (i) as (values (1) union all select i + 1 from n limit 9500)'
      await run(`${numbers} insert into articles (id, site, key)
        select i, 'desa', 'desa.go.id/' || i from n where i <= 2500`)
      await run(`${numbers} insert into votes (article, voter, turn, choice, day, standing, reason)
        select case when i <= 500 then i else 1200 end, unhex(printf('%032x', i * 7919)), 1, 'puas',
          '2026-03-0' || (1 + i % 9), iif(i % 7, 'counted', 'pending'), iif(i % 7, null, 'rate')
        from n`)
      let voters = 1_000_000
      const voteOnce = async (): Promise<void> => {
        const at = { site: 'desa', key: 'desa.go.id/1200' }
        await store.takeTurn(vote(voters++, { article: at, day: '2026-03-04' }))
      }
      const reading: Store = {
        ...store,
        async recountArticles(after) {
          const [step] = await Promise.all([store.recountArticles(after), voteOnce(), voteOnce()])
          return step
        },
      }
      expect(await recount({ store: reading, ...ON })).toMatchObject({
        articles: 2500,
        differences: [],
      })
      await run("update tallies set puas = puas + 1 where article = 1200 and day = '2026-03-02'")
      expect((await recount({ store: reading, ...ON })).differences).toMatchObject([
        { article: 'desa.go.id/1200', table: 'tallies', day: '2026-03-02', column: 'puas' },
      ])
      await recount({ store, ...ON, repairAt: NOW })
      expect(await query(SUMS_AMISS)).toEqual([])
    }, 60_000)
  })
}
