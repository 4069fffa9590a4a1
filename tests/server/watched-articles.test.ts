import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createWatchedArticles } from '../../server/domain/burst/watched-articles.ts'

const articleOf = (n: number, site = 'desa') => ({ site, key: `${site}.go.id/${n}` })

test('an article is watched from its first event on, under its own site', () => {
  const articles = createWatchedArticles(10)
  expect(articles.find(articleOf(1))).toBeUndefined()
  const watched = articles.touch(articleOf(1))
  expect(watched).toMatchObject({ article: articleOf(1), latest: -1, votes: 0, clusters: [] })
  expect(articles.touch(articleOf(1))).toBe(watched)
  expect(articles.find(articleOf(1))).toBe(watched)
  expect(articles.find({ ...articleOf(1), site: 'kota' })).toBeUndefined()
})

test('the one without an event for longest makes room, whichever its site', () => {
  const articles = createWatchedArticles(3)
  articles.touch(articleOf(1))
  articles.touch(articleOf(2, 'kota'))
  articles.touch(articleOf(3))
  articles.touch(articleOf(1))
  articles.touch(articleOf(4, 'dinas'))
  expect(articles.find(articleOf(2, 'kota'))).toBeUndefined()
  articles.touch(articleOf(5))
  const left = [articleOf(1), articleOf(3), articleOf(4, 'dinas'), articleOf(5)]
  expect(left.map((article) => articles.find(article) !== undefined)).toEqual([
    ...[true, false, true, true],
  ])
})

test('whatever is touched in which order, the latest different ones are kept', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 6 }),
      (touched, most) => {
        const articles = createWatchedArticles(most)
        for (const n of touched) articles.touch(articleOf(n))
        const latest = [...new Set(touched.toReversed())].slice(0, most)
        for (let n = 0; n < 10; n++) {
          expect(articles.find(articleOf(n)) !== undefined).toBe(latest.includes(n))
        }
      },
    ),
  )
})
