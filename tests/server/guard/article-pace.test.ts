import { expect, test } from 'vitest'
import { createArticlePace } from '../../../server/domain/guard/article-pace.ts'

const NOON = Date.UTC(2026, 2, 1, 12)
const articleOf = (site: string, n: number) => ({ site, key: `${site}.go.id/${n}` })
const MEASURED = { votes: 1, views: 7 }

test('a full memory lets a site’s own oldest go, or another’s for its first', () => {
  const pace = createArticlePace(3)
  for (const n of [1, 2, 3]) pace.measure(articleOf('desa', n), MEASURED, NOON)
  pace.measure(articleOf('kota', 1), MEASURED, NOON)
  pace.measure(articleOf('kota', 2), MEASURED, NOON)
  expect(pace.size()).toBe(3)
  const known = (site: string, n: number) => pace.measured(articleOf(site, n)) === MEASURED
  expect([1, 2, 3].map((n) => known('desa', n))).toEqual([false, true, true])
  expect([1, 2].map((n) => known('kota', n))).toEqual([false, true])
})
