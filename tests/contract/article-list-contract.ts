import { describe, expect, onTestFinished, test } from 'vitest'
import { refreshSums } from '../../server/domain/report/refresh-sums.ts'
import type {
  ArticleFilter,
  ListedArticle,
  Position,
  Site,
  Store,
} from '../../server/store/store.ts'
import { CHOICES } from '../../shared/choice.ts'
import { COUNTED } from '../../shared/standing.ts'
import { countVotes, NO_VOTES } from '../../shared/votes-by-choice.ts'
import { reportGround } from '../support/report-ground.ts'
import type { OpenedStore } from './store-contract.ts'

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
const NOON = Date.parse('2026-03-10T05:00Z')
const MARCH = { site: 'desa', period: '2026-03', from: '2026-03-01', to: '2026-03-31' }
const keyOf = (n: number) => `desa.go.id/${n % 2 === 0 ? 'genap' : 'ganjil'}/a${n}`
const numberOf = ({ key }: ListedArticle) => Number(/\d+$/.exec(key)?.[0])

/** The lists of articles, of every store. */
export function describeArticleLists(name: string, open: () => Promise<OpenedStore>): void {
  describe(`lists of articles in ${name}`, () => {
    /**
     * Articles 0 to 11: article n has n votes for each of two choices and 5 × n views, in
     * February and again in March; from article 6 on the worse choice is `tidak-puas`.
     */
    async function filled(): Promise<OpenedStore> {
      const opened = await open()
      onTestFinished(() => opened.close())
      const { store, run } = opened
      await store.addSite(SITE)
      await store.addSite({ ...SITE, key: 'kota', origins: [] })
      for (const site of ['desa', 'kota']) {
        const pages = Array.from({ length: 12 }, (_, n) => ({ key: keyOf(n), title: `Judul ${n}` }))
        await store.verifyArticles(site, pages, true)
      }
      for (const [month, part] of [
        ['02', 1],
        ['03', 2],
      ] as const) {
        for (let n = 0; n < 12; n++) await cast(store, n, `2026-${month}-05`, part)
        await run(`
          insert into tallies (article, day, views)
          select id, '2026-${month}-06', 5 * ltrim(key, '${keyOf(0).replace('0', '')}lj') from articles
          where site = 'desa'`)
      }
      await refreshSums(reportGround(store), NOON, false)
      return opened
    }

    async function cast(store: Store, n: number, day: string, part: number): Promise<void> {
      const hour = Date.parse(day) / 3_600_000
      const choices = [CHOICES[0], n < 6 ? CHOICES[1] : CHOICES[3]]
      const article = { site: 'desa', key: keyOf(n) }
      for (let i = 0; i < 2 * n; i++) {
        const voter = `${part}${String(i).padStart(31, '0')}`
        const choice = choices[i % 2] ?? null
        await store.takeTurn({ article, voter, turn: 1, choice, day, hour, verdict: COUNTED })
      }
    }

    async function all(
      store: Store,
      filter: ArticleFilter,
      most: number,
    ): Promise<ListedArticle[]> {
      const listed: ListedArticle[] = []
      for (let after: Position | null | undefined; after !== null; ) {
        const page = await store.listByPeriod(filter, { after: after ?? null, most })
        expect(page.entries.length).toBeLessThanOrEqual(most)
        listed.push(...page.entries)
        after = page.next
      }
      return listed
    }

    test('are in the order asked for, page by page, each article once', async () => {
      const { store } = await filled()
      for (const order of ['views', 'votes'] as const) {
        const listed = await all(store, { ...MARCH, order }, 5)
        // Article 0 is known to its site, though nobody came.
        expect(listed.map(numberOf)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
        expect(listed[0]).toMatchObject({ views: 55, title: 'Judul 11', verified: true })
        expect(listed.map(({ votes }) => countVotes(votes))[0]).toBe(22)
      }
    })

    test('by index have only what has thirty votes, in all time here', async () => {
      const { store } = await filled()
      const ever = { ...MARCH, period: 'all', from: '2000-01-01', to: '2099-12-31' }
      // 4 votes × n: from article 8 on there are thirty, and of the same mixture the more votes the surer.
      const best = await all(store, { ...ever, order: 'best' }, 2)
      expect(best.map(numberOf)).toEqual([11, 10, 9, 8])
      const attention = await all(store, { ...ever, order: 'attention' }, 3)
      expect(attention.map(numberOf)).toEqual([11, 10, 9, 8])
      expect(await all(store, { ...MARCH, order: 'best' }, 10)).toEqual([])
    })

    test('are narrowed by unit and by a word in title or address', async () => {
      const { store } = await filled()
      const units = await store.readUnits()
      const even = units.filter(({ prefix }) => prefix === 'desa.go.id/genap').map(({ id }) => id)
      const listed = await all(store, { ...MARCH, order: 'views', units: even }, 2)
      expect(listed.map(numberOf)).toEqual([10, 8, 6, 4, 2, 0])
      const found = await all(store, { ...MARCH, order: 'views', search: 'jUdul 1' }, 2)
      expect(found.map(numberOf)).toEqual([11, 10, 1])
      const byKey = await all(store, { ...MARCH, order: 'views', search: 'GANJIL/a3' }, 2)
      expect(byKey.map(numberOf)).toEqual([3])
      expect(await all(store, { ...MARCH, order: 'views', search: "%' or 1" }, 2)).toEqual([])
      expect(await all(store, { ...MARCH, order: 'views', verified: false }, 2)).toEqual([])
    })

    test('have an article of today as well, behind those of closed days', async () => {
      const { store } = await filled()
      const key = 'desa.go.id/genap/a12'
      await store.verifyArticles('desa', [{ key, title: 'Baru' }], true)
      await cast(store, 12, '2026-03-10', 1)
      await refreshSums(reportGround(store), NOON, false)
      const listed = await all(store, { ...MARCH, order: 'votes' }, 5)
      expect(listed.map(numberOf).slice(-3)).toEqual([1, 12, 0])
      expect(countVotes(listed.at(-2)?.votes ?? NO_VOTES)).toBe(24)
      await refreshSums(reportGround(store), NOON + 24 * 60 * 60 * 1000, false)
      const tomorrow = await all(store, { ...MARCH, order: 'votes' }, 5)
      expect(tomorrow.map(numberOf)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
    })

    test('tell what came since the last closed day, an alias’s included, and nothing of other days', async () => {
      const { store } = await filled()
      const audit = {
        at: 1,
        actor: 'operator',
        action: 'merge',
        site: 'desa',
        article: null,
        note: '',
      }
      await store.setAlias({ site: 'desa', key: keyOf(10) }, keyOf(11), audit)
      await refreshSums(reportGround(store), NOON, false)
      await cast(store, 11, '2026-03-10', 3)
      await cast(store, 10, '2026-03-10', 4)
      const [first, second] = await all(store, { ...MARCH, order: 'votes' }, 20)
      expect(first && [numberOf(first), first.views, countVotes(first.votes)]).toEqual([
        11, 105, 84,
      ])
      expect(second && [numberOf(second), countVotes(second.votes)]).toEqual([9, 18])
      const february = { site: 'desa', period: '2026-02', from: '2026-02-01', to: '2026-02-28' }
      const [before] = await all(store, { ...february, order: 'votes' }, 20)
      expect(before && countVotes(before.votes)).toBe(42)
    })

    test('in the order of addresses have each article once, and are counted beforehand', async () => {
      const { store } = await filled()
      await store.setOpeningBalance(
        { site: 'desa', key: keyOf(3) },
        { views: 9, votes: NO_VOTES, source: 'lama', date: '2016-07-01', estimate: false },
      )
      const { entries, next } = await store.listByAddress(MARCH, { after: null, most: 7 })
      const rest = await store.listByAddress(MARCH, { after: next, most: 50 })
      const listed = [...entries, ...rest.entries]
      expect(rest.next).toBe(null)
      expect(listed.map(({ key }) => key)).toEqual(listed.map(({ key }) => key).sort())
      expect(listed).toHaveLength(12)
      expect(await store.countArticles(MARCH)).toBe(12)
      expect(listed.find(({ key }) => key === keyOf(3))).toMatchObject({
        ...{ title: 'Judul 3', views: 15, opening: { views: 9, votes: NO_VOTES } },
        votes: { ...NO_VOTES, 'sangat-puas': 3, puas: 3 },
      })
      const units = await store.readUnits()
      const even = units.filter(({ prefix }) => prefix === 'desa.go.id/genap').map(({ id }) => id)
      const narrowed = await store.listByAddress(
        { ...MARCH, units: even },
        { after: null, most: 9 },
      )
      expect(narrowed.entries.map(numberOf)).toEqual([0, 10, 2, 4, 6, 8])
      const search = async (text: string) =>
        (await store.listByAddress({ ...MARCH, search: text }, { after: null, most: 9 })).entries
      expect((await search('jUDUL 1')).map(numberOf)).toEqual([1, 11, 10])
      expect(await search('%')).toEqual([])
      expect(await store.countArticles({ ...MARCH, units: even })).toBe(6)
      expect(await store.countArticles({ ...MARCH, verified: false })).toBe(0)
      expect(await store.countArticles({ ...MARCH, period: '2025-03' })).toBe(0)
    })

    test('tell of one article what it gathered in any days, its aliases with it', async () => {
      const { store, run } = await filled()
      const days = { from: '2026-03-05', to: '2026-03-09' }
      const read = (n: number) => store.readArticleDays({ site: 'desa', key: keyOf(n) }, days)
      await run(`
        insert into uncounted (article, day, standing, reason, sangat_puas, tidak_puas)
        select id, '2026-03-05', 'pending', 'burst', 1, 2 from articles where key = '${keyOf(5)}'`)
      const five = {
        ...{ key: keyOf(5), title: 'Judul 5', verified: true, views: 25, pending: 3, excluded: 0 },
        votes: { ...NO_VOTES, 'sangat-puas': 5, puas: 5 },
      }
      expect(await read(5)).toMatchObject(five)
      const history = (n: number, most = 9) =>
        store.readArticleHistory({ site: 'desa', key: keyOf(n) }, days, most)
      const ofFive = await history(5)
      expect(ofFive.map(({ day }) => day)).toEqual(
        ofFive
          .map(({ day }) => day)
          .sort()
          .reverse(),
      )
      expect(ofFive.reduce((sum, { views }) => sum + views, 0)).toBe(25)
      expect(ofFive.reduce((sum, { votes }) => sum + countVotes(votes), 0)).toBe(10)
      expect(await history(5, 1)).toEqual(ofFive.slice(0, 1))
      await store.setAlias({ site: 'desa', key: keyOf(4) }, keyOf(5), {
        ...{ at: 1, actor: 'operator', action: 'merge', site: 'desa', article: null, note: '' },
      })
      const both = { views: 45, votes: { ...NO_VOTES, 'sangat-puas': 9, puas: 9 } }
      for (const n of [4, 5]) expect(await read(n)).toMatchObject({ ...five, ...both })
      for (const n of [4, 5]) {
        expect((await history(n)).reduce((sum, { views }) => sum + views, 0)).toBe(45)
      }
      expect(await store.readArticleDays({ site: 'desa', key: 'desa.go.id/x' }, days)).toBe(null)
    })

    test('tell of one article whose it is, whether its site has it, and why votes are set aside', async () => {
      const { store, run } = await filled()
      const audit = { at: 1, actor: 'operator', action: 'x', site: 'desa', article: null, note: '' }
      const id = (n: number) => ({ site: 'desa', key: keyOf(n) })
      await store.addOffice({ key: 'dinkes', name: 'Dinas Kesehatan', parent: null }, audit)
      await store.assignArticle(id(5), 'dinkes', audit)
      await run(`insert into articles (site, key) values ('desa', 'desa.go.id/baru')`)
      const facts = (key: string) => store.readArticleFacts({ site: 'desa', key })
      const five = { key: keyOf(5), office: 'dinkes', verified: true, failure: null, waits: false }
      expect(await facts(keyOf(5))).toEqual(five)
      const fresh = { key: 'desa.go.id/baru', office: null, verified: false, failure: null }
      expect(await facts(fresh.key)).toEqual({ ...fresh, waits: true })
      const failed = { site: 'desa', key: fresh.key }
      await store.failArticle(failed, 'not-found', { at: 1, keepsPlace: false })
      expect(await facts(fresh.key)).toEqual({ ...fresh, failure: 'not-found', waits: true })
      await store.failArticle(failed, 'not-found', null)
      expect(await facts(fresh.key)).toEqual({ ...fresh, failure: 'not-found', waits: false })
      expect(await facts('desa.go.id/x')).toBe(null)

      await store.setAlias(id(4), keyOf(5), audit)
      expect(await facts(keyOf(4))).toEqual(five)
      for (const [n, day, standing, reason, votes] of [
        [5, '2026-03-05', 'pending', 'network', 1],
        [5, '2026-03-05', 'pending', 'burst', 2],
        [4, '2026-03-06', 'pending', 'burst', 3],
        [5, '2026-03-05', 'excluded', 'moderation', 9],
        [5, '2026-03-05', 'excluded', 'token', 0],
        [5, '2026-03-10', 'excluded', 'moderation', 1],
        [6, '2026-03-05', 'excluded', 'moderation', 1],
      ] as const) {
        await run(`
          insert into uncounted (article, day, standing, reason, sangat_puas, tidak_puas)
          select id, '${day}', '${standing}', '${reason}', 0, ${votes} from articles
          where site = 'desa' and key = '${keyOf(n)}'`)
      }
      const days = { from: '2026-03-05', to: '2026-03-09' }
      for (const n of [4, 5]) {
        expect(await store.readArticleAside(id(n), days)).toEqual([
          { standing: 'pending', reason: 'burst', votes: 5 },
          { standing: 'pending', reason: 'network', votes: 1 },
          { standing: 'excluded', reason: 'moderation', votes: 9 },
        ])
      }
      expect(await store.readArticleAside(id(7), days)).toEqual([])
    })
  })
}
