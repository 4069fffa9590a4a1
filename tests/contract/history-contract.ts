import { describe, expect, test } from 'vitest'
import type { ArticleId, Store, Turn } from '../../server/store/store.ts'
import type { Choice } from '../../shared/choice.ts'
import { COUNTED, type Verdict } from '../../shared/standing.ts'

const ARTICLE: ArticleId = { site: 'desa', key: 'desa.go.id/berita' }
const OTHER: ArticleId = { site: 'desa', key: 'desa.go.id/lain' }
const DAY = '2026-03-01'
const NEXT_DAY = '2026-03-02'
const ZONE = 'Asia/Makassar'
const BURST: Verdict = { standing: 'pending', reason: 'burst' }
const NETWORK: Verdict = { standing: 'pending', reason: 'network' }
const NONE = { 'sangat-puas': 0, puas: 0, 'cukup-puas': 0, 'tidak-puas': 0 }

interface Opened {
  readonly store: Store
  run(sql: string): Promise<void>
}

/** What past days tell, of a fresh store with the site `desa`. */
export function describeHistory(fresh: () => Promise<Opened>): void {
  describe('past days', () => {
    test('an article is told apart from its site, and other days from those asked for', async () => {
      const { store, run } = await fresh()
      await castMany(store, 3, COUNTED, { day: DAY, choice: 'puas' })
      await castMany(store, 2, COUNTED, { day: NEXT_DAY, choice: 'tidak-puas' })
      await castMany(store, 4, BURST, { day: DAY })
      await castMany(store, 5, COUNTED, { article: OTHER, day: DAY })
      await run(`update tallies set views = 40 where day = '${DAY}'`)

      const past = await store.readPast(ARTICLE, '2026-02-20', NEXT_DAY)
      expect(past).toEqual({ days: 1, views: 40, votes: { ...NONE, puas: 3 } })
      const both = await store.readPast(ARTICLE, DAY, '2026-03-11')
      expect(both).toEqual({ days: 10, views: 40, votes: { ...NONE, puas: 3, 'tidak-puas': 2 } })
      const site = await store.readPastOfSite('desa', DAY, NEXT_DAY)
      expect(site).toEqual({ days: 1, views: 80, votes: { ...NONE, puas: 8 } })
    })

    test('of what nobody knows they tell nothing', async () => {
      const { store } = await fresh()
      const nothing = { days: 0, views: 0, votes: NONE }
      expect(await store.readPast(ARTICLE, DAY, NEXT_DAY)).toEqual(nothing)
      expect(await store.readPastOfSite('kota', DAY, NEXT_DAY)).toEqual(nothing)
    })

    test('what votes are pending for is told until none is', async () => {
      const { store } = await fresh()
      await castMany(store, 5, BURST, { day: DAY })
      await castMany(store, 2, NETWORK, { article: OTHER, day: DAY })
      await castMany(store, 9, COUNTED, { article: OTHER, day: NEXT_DAY })
      await store.markReviews(ZONE, DAY)
      expect(await store.readPending(DAY)).toEqual([
        { article: ARTICLE, reason: 'burst', review: true },
        { article: OTHER, reason: 'network', review: false },
      ])
      expect(await store.readPending(NEXT_DAY)).toEqual([])
      const audit = { at: 1, actor: 'operator', action: 'release', note: 'looked at' }
      const all = { site: 'desa', standing: 'pending' } as const
      await store.changeStanding(all, COUNTED, { ...audit, site: 'desa', article: null })
      expect(await store.readPending(DAY)).toEqual([])
    })
  })

  describe('review', () => {
    test.each([
      ['five of 24 votes pending', 19, 5, true],
      ['five of 25', 20, 5, false],
      ['four of four', 0, 4, false],
      ['five of five', 0, 5, true],
    ])('%s', async (_, counted, pending, review) => {
      const { store } = await fresh()
      await castMany(store, counted, COUNTED, { day: DAY })
      await castMany(store, pending, BURST, { day: NEXT_DAY })
      await castMany(store, 1, COUNTED, { article: OTHER, day: NEXT_DAY })
      expect(await store.markReviews(ZONE, DAY)).toEqual(review ? ['desa'] : [])
      expect((await store.readArticle(ARTICLE, null)).review).toBe(review)
      expect((await store.readArticle(OTHER, null)).review).toBe(false)
      expect([...(await store.countReviews())]).toEqual(review ? [['desa', 1]] : [])
      expect(await store.markReviews(ZONE, DAY)).toEqual([])
    })

    test.each(['user-agent', 'automated', 'token'] as const)(
      'comes of no number of votes pending for %s',
      async (reason) => {
        const { store } = await fresh()
        await castMany(store, 1, COUNTED, { day: DAY })
        await castMany(store, 30, { standing: 'pending', reason }, { day: DAY })
        expect(await store.markReviews(ZONE, DAY)).toEqual([])
        await castMany(store, 5, NETWORK, { day: DAY })
        expect(await store.markReviews(ZONE, DAY)).toEqual(['desa'])
      },
    )

    test('ends when its days are past, or its votes are decided', async () => {
      const { store } = await fresh()
      await castMany(store, 5, BURST, { day: DAY })
      await store.markReviews(ZONE, DAY)
      expect(await store.markReviews(ZONE, NEXT_DAY)).toEqual(['desa'])
      expect((await store.readArticle(ARTICLE, null)).review).toBe(false)

      await store.markReviews(ZONE, DAY)
      expect((await store.readArticle(ARTICLE, null)).review).toBe(true)
      const audit = {
        at: 1,
        actor: 'operator',
        action: 'exclude',
        note: 'one script',
        article: null,
      }
      const all = { site: 'desa', standing: 'pending' } as const
      const out = { standing: 'excluded', reason: null } as const
      await store.changeStanding(all, out, { ...audit, site: 'desa' })
      await store.markReviews(ZONE, DAY)
      expect((await store.readArticle(ARTICLE, null)).review).toBe(false)
    })

    test('leaves the sites of other time zones alone', async () => {
      const { store } = await fresh()
      await castMany(store, 5, BURST, { day: DAY })
      expect(await store.markReviews('Asia/Jakarta', DAY)).toEqual([])
      expect((await store.readArticle(ARTICLE, null)).review).toBe(false)
    })
  })
}

let voters = 0

async function castMany(
  store: Store,
  count: number,
  verdict: Verdict,
  {
    day,
    article = ARTICLE,
    choice = 'puas',
  }: { day: string; article?: ArticleId; choice?: Choice },
): Promise<void> {
  const turns = Array.from({ length: count }, (): Turn => {
    voters += 1
    const voter = voters.toString(16).padStart(32, 'a')
    return { article, voter, turn: 1, choice, day, hour: 492_312, verdict }
  })
  await Promise.all(turns.map((turn) => store.takeTurn(turn)))
}
