import { describe, expect, test } from 'vitest'
import type { ArticleId, KnownPage } from '../../server/store/store.ts'
import type { OpenedStore } from './store-contract.ts'

const DAY = '2026-03-01'
const VOTES = { 'sangat-puas': 1, puas: 0, 'cukup-puas': 0, 'tidak-puas': 0 }
const BALANCE = { views: 5, votes: VOTES, source: 'buku', date: '2016-07-01', estimate: false }

const articleOf = (path: string, site = 'desa'): ArticleId => ({ site, key: `desa.go.id/${path}` })
const page = (path: string, title: string | null = null): KnownPage => ({
  key: `desa.go.id/${path}`,
  title,
})

/** What a store knows of articles from their own site. @param fresh a store that knows `desa` */
export function describeVerification(fresh: () => Promise<OpenedStore>): void {
  describe('verification', () => {
    /** A store in which these articles were viewed, and are on disk. */
    async function viewed(...paths: readonly string[]): Promise<OpenedStore> {
      const opened = await fresh()
      for (const path of paths) await opened.store.recordView(articleOf(path), DAY, null)
      await expect
        .poll(() => opened.query('select count(*) from totals'), { timeout: 4000 })
        .toEqual([[paths.length]])
      return opened
    }

    const pathsOf = async ({ store }: OpenedStore, now: number, most = 10) =>
      (await store.readDueArticles(now, most)).map(({ article }) => article.key.slice(11))

    test('an article that was viewed is due at once, and is not listed', async () => {
      const opened = await viewed('a')
      expect(await opened.store.readDueArticles(0, 10)).toEqual([
        { article: articleOf('a'), attempts: 0 },
      ])
      expect(await opened.store.listArticles('desa', '', 10)).toEqual([])
    })

    test('a verified one is listed by its title and due no more', async () => {
      const opened = await viewed('a', 'b')
      await opened.store.failArticle(articleOf('a'), 'timeout', { at: 0, keepsPlace: true })
      expect(await opened.store.verifyArticles('desa', [page('a', '<b>Satu</b>')], false)).toBe(1)
      expect(await opened.store.listArticles('desa', '', 10)).toEqual([page('a', '<b>Satu</b>')])
      expect(await pathsOf(opened, 1000)).toEqual(['b'])
      expect(await opened.store.readFailures('desa')).toEqual([])
    })

    test('a failure after that changes nothing', async () => {
      const { store } = await viewed('a')
      await store.verifyArticles('desa', [page('a', 'Satu')], false)
      await store.failArticle(articleOf('a'), 'not-found', { at: 0, keepsPlace: true })
      expect(await store.listArticles('desa', '', 10)).toEqual([page('a', 'Satu')])
      expect(await store.readFailures('desa')).toEqual([])
    })

    test('one without a title keeps the one before', async () => {
      const { store } = await viewed('a')
      await store.verifyArticles('desa', [page('a', 'Satu')], false)
      expect(await store.verifyArticles('desa', [page('a')], false)).toBe(0)
      expect(await store.verifyArticles('desa', [page('a', 'Dua')], false)).toBe(1)
      expect(await store.listArticles('desa', '', 10)).toEqual([page('a', 'Dua')])
    })

    test('articles that nobody viewed are made only where that is asked for', async () => {
      const { store, query } = await viewed('a')
      const pages = [page('a', 'A'), page('b', 'B'), page('c')]
      expect(await store.verifyArticles('desa', pages, false)).toBe(1)
      expect(await store.verifyArticles('desa', pages, true)).toBe(2)
      expect(await store.listArticles('desa', '', 10)).toEqual(pages)
      expect(await store.listArticles('desa', 'desa.go.id/a', 1)).toEqual([page('b', 'B')])
      expect(await store.verifyArticles('tiada', pages, true)).toBe(0)
      expect(await query('select count(*) from articles')).toEqual([[3]])
    })

    test('1,100 at once', async () => {
      const { store } = await fresh()
      const pages = Array.from({ length: 1100 }, (_, i) => page(`n${10_000 + i}`, `Judul ${i}`))
      expect(await store.verifyArticles('desa', pages, true)).toBe(1100)
      expect(await store.listArticles('desa', '', 2000)).toEqual(pages)
    })

    test('an attempt that failed is due again when its time has come', async () => {
      const opened = await viewed('a', 'b')
      await opened.store.failArticle(articleOf('a'), 'timeout', { at: 500, keepsPlace: true })
      await opened.store.failArticle(articleOf('b'), 'timeout', { at: 400, keepsPlace: true })
      expect(await pathsOf(opened, 399)).toEqual([])
      expect(await pathsOf(opened, 400)).toEqual(['b'])
      expect(await pathsOf(opened, 500)).toEqual(['b', 'a'])
      expect((await opened.store.readDueArticles(500, 10)).map(({ attempts }) => attempts)).toEqual(
        [1, 1],
      )
    })

    test('one that was given up is tried again only when it is asked for', async () => {
      const opened = await viewed('a')
      await opened.store.failArticle(articleOf('a'), 'not-found', null)
      expect(await pathsOf(opened, 4_000_000_000)).toEqual([])
      expect(await opened.store.readFailures('desa')).toEqual([
        { reason: 'not-found', articles: 1, example: 'desa.go.id/a' },
      ])
      await opened.store.retryArticles('lain')
      expect(await pathsOf(opened, 0)).toEqual([])
      await opened.store.retryArticles('desa')
      expect(await opened.store.readDueArticles(0, 10)).toEqual([
        { article: articleOf('a'), attempts: 0 },
      ])
    })

    test('the commonest failure is named first', async () => {
      const { store } = await viewed('a', 'b', 'c', 'd')
      await store.failArticle(articleOf('a'), 'timeout', { at: 9, keepsPlace: true })
      await store.failArticle(articleOf('b'), 'not-found', { at: 9, keepsPlace: true })
      await store.failArticle(articleOf('c'), 'not-found', { at: 9, keepsPlace: true })
      expect(await store.readFailures('desa')).toEqual([
        { reason: 'not-found', articles: 2, example: 'desa.go.id/b' },
        { reason: 'timeout', articles: 1, example: 'desa.go.id/a' },
      ])
    })

    test('a site with many articles takes no turn from another', async () => {
      const opened = await viewed('a', 'b', 'c')
      const [desa] = await opened.store.readSites()
      if (desa) await opened.store.addSite({ ...desa, key: 'lain', origins: [] })
      await opened.store.recordView(articleOf('x', 'lain'), DAY, null)
      await expect.poll(() => pathsOf(opened, 0, 2)).toHaveLength(3)
      expect(await pathsOf(opened, 0, 2)).toContain('x')
    })

    test('a new article is told how many wait beside it, one that is there nothing', async () => {
      const { store } = await viewed('a', 'b', 'c')
      expect(await store.countBeside(articleOf('d'))).toBe(3)
      expect(await store.countBeside(articleOf('a'))).toBeNull()
      await store.recordView(articleOf('d'), DAY, null)
      expect(await store.countBeside(articleOf('d'))).toBeNull()
      expect(await store.countBeside(articleOf('e'))).toBe(4)
    })

    test('a verified article frees its place, and so does one given up', async () => {
      const { store } = await viewed('a', 'b', 'c')
      await store.verifyArticles('desa', [page('a')], false)
      expect(await store.countBeside(articleOf('e'))).toBe(2)
      await store.failArticle(articleOf('b'), 'not-found', null)
      expect(await store.countBeside(articleOf('e'))).toBe(1)
      await store.failArticle(articleOf('c'), 'not-found', { at: 9, keepsPlace: true })
      expect(await store.countBeside(articleOf('e'))).toBe(1)
      expect(await store.countBeside(articleOf('a', 'lain'))).toBe(0)
    })

    test('one that keeps no place is tried after those that do, one in a reading', async () => {
      const opened = await viewed('a', 'b', 'c')
      const { store } = opened
      await store.failArticle(articleOf('a'), 'not-found', { at: 8, keepsPlace: false })
      await store.failArticle(articleOf('b'), 'not-found', { at: 7, keepsPlace: false })
      expect(await store.countBeside(articleOf('d'))).toBe(1)
      expect(await pathsOf(opened, 6)).toEqual(['c'])
      expect(await pathsOf(opened, 9)).toEqual(['c', 'b'])
      expect(await pathsOf(opened, 9, 1)).toEqual(['c', 'b'])
      await store.failArticle(articleOf('b'), 'not-found', { at: 9000, keepsPlace: false })
      expect(await pathsOf(opened, 9)).toEqual(['c', 'a'])
      expect(await store.verifyArticles('desa', [page('a', 'Satu')], false)).toBe(1)
      expect(await pathsOf(opened, 9000)).toEqual(['c', 'b'])
    })

    test('what an admin makes exists without being asked for', async () => {
      const opened = await viewed('a', 'b')
      await opened.store.setOpeningBalance(articleOf('a'), BALANCE)
      await opened.store.setOpeningBalance(articleOf('new'), BALANCE)
      await opened.store.setClosed(articleOf('b'), true)
      await opened.store.setClosed(articleOf('closed'), true)
      const listed = await opened.store.listArticles('desa', '', 10)
      expect(listed).toEqual([page('a'), page('closed'), page('new')])
      expect(await pathsOf(opened, 0)).toEqual(['b'])
    })

    test('an intranet is allowed and forbidden, and what failed is tried again', async () => {
      const opened = await viewed('a')
      await opened.store.failArticle(articleOf('a'), 'private-address', null)
      for (const on of [true, false]) {
        await opened.store.setIntranet('desa', on)
        expect(await opened.store.readSites()).toMatchObject([{ key: 'desa', intranet: on }])
      }
      expect(await pathsOf(opened, 0)).toEqual(['a'])
    })
  })
}
