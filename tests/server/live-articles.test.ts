import { expect, test } from 'vitest'
import { createLiveArticles } from '../../server/store/live-articles.ts'

const id = (site: string, n: number) => ({ site, key: `${site}.go.id/${n}` })
const DAY = '2026-11-24'

test('a full memory lets the oldest go over all sites, never the one that arrives', () => {
  const live = createLiveArticles(2)
  live.add(id('desa', 1), null)
  live.add(id('kota', 2), null)
  live.add(id('desa', 3), null)
  live.add(id('desa', 4), null)
  expect(live.get(id('desa', 1))).toBeUndefined()
  expect(live.get(id('desa', 3))).toBeDefined()
  expect(live.get(id('desa', 4))).toBeDefined()
})

test('an article whose views wait for the disk stays, however full the memory is', () => {
  const live = createLiveArticles(2)
  live.countView(live.add(id('desa', 1), null), DAY)
  for (let n = 2; n < 20; n++) live.add(id('desa', n), null)
  expect(live.get(id('desa', 1))?.state.views).toBe(1)
})

test('views of a write that failed wait again and are taken with the next', () => {
  const live = createLiveArticles(10)
  const article = live.add(id('desa', 1), null)
  live.countView(article, DAY)
  const taken = live.takeViews(100)
  live.countView(article, DAY)
  live.settle(taken, false)
  expect(live.takeViews(100)).toMatchObject([{ article: article.article, day: DAY, views: 2 }])
})

test('views are taken from so many articles at most, the others keep waiting', () => {
  const live = createLiveArticles(10)
  for (let n = 0; n < 5; n++) live.countView(live.add(id('desa', n), null), DAY)
  expect(live.takeViews(3)).toHaveLength(3)
  expect(live.waiting()).toBe(2)
  expect(live.takeViews(3)).toHaveLength(2)
  expect(live.waiting()).toBe(0)
})
