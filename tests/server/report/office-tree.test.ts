import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createOfficeOf, rollUp, subtreeOf } from '../../../server/domain/report/office-tree.ts'
import type { Office, Pooled } from '../../../server/store/store.ts'
import { gradeOf } from '../../../shared/grade.ts'
import { satisfactionIndex } from '../../../shared/satisfaction-index.ts'
import { countVotes } from '../../../shared/votes-by-choice.ts'

const office = (key: string, parent: string | null): Office => ({ key, name: key, parent })
const OFFICES = [
  office('nasional', null),
  office('provinsi', 'nasional'),
  office('kabupaten', 'provinsi'),
  office('dinkes', 'kabupaten'),
  office('disdik', 'kabupaten'),
]

function gathered(views: number, [a = 0, b = 0, c = 0, d = 0]: readonly number[]): Pooled {
  const votes = { 'sangat-puas': a, puas: b, 'cukup-puas': c, 'tidak-puas': d }
  return { views, votes, pending: 1, excluded: 2 }
}

test('votes of offices are pooled up to the nation, never averaged', () => {
  const own = new Map([
    ['dinkes', gathered(646, [14, 2, 1, 2])],
    ['disdik', gathered(4, [1, 0, 0, 0])],
  ])
  const results = rollUp(OFFICES, own)
  expect(results.get('dinkes')?.all).toEqual(own.get('dinkes'))
  for (const above of ['kabupaten', 'provinsi', 'nasional']) {
    const { own: alone, all } = results.get(above) ?? {}
    expect(alone && countVotes(alone.votes)).toBe(0)
    expect(all).toEqual({ ...gathered(650, [15, 2, 1, 2]), pending: 2, excluded: 4 })
    const index = all && satisfactionIndex(all.votes)
    expect(index).toBe(8750)
    expect(index && gradeOf(index)).toBe('B')
  }
})

test('the top of a tree has all that its offices have, each of them once', () => {
  const votes = fc.array(fc.nat(50), { minLength: 4, maxLength: 4 })
  // Each office stands below one before it, or at the top.
  const places = fc.array(fc.tuple(fc.nat(), fc.boolean(), votes), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(places, (drawn) => {
      const offices = drawn.map(([n, isTop], i) => {
        return office(`k${i}`, i === 0 || isTop ? null : `k${n % i}`)
      })
      const own = new Map(drawn.map(([n, , counts], i) => [`k${i}`, gathered(n % 1000, counts)]))
      const results = rollUp(offices, own)
      const tops = offices.filter(({ parent }) => parent === null)
      const inTops = tops.reduce((sum, { key }) => sum + (results.get(key)?.all.views ?? 0), 0)
      expect(inTops).toBe([...own.values()].reduce((sum, { views }) => sum + views, 0))
      for (const { key } of offices) {
        const below = [...subtreeOf(offices, key)]
        const views = below.reduce((sum, each) => sum + (own.get(each)?.views ?? 0), 0)
        expect(results.get(key)?.all.views).toBe(views)
      }
    }),
  )
})

test('an article counts for its own office, else for its section’s, else for its site’s', () => {
  const section = { site: 'desa', prefix: 'desa.id/a', name: 'A', office: 'dinkes', found: false }
  const nobody = { ...section, prefix: 'desa.id/b', office: null }
  const officeOf = createOfficeOf([section, nobody], new Map([['desa', 'kabupaten']]))
  const unit = { site: 'desa', prefix: 'desa.id/a', office: '' }
  expect(officeOf({ ...unit, office: 'disdik' })).toBe('disdik')
  expect(officeOf(unit)).toBe('dinkes')
  expect(officeOf({ ...unit, prefix: 'desa.id/b' })).toBe('kabupaten')
  expect(officeOf({ ...unit, prefix: '' })).toBe('kabupaten')
  expect(officeOf({ ...unit, site: 'kota' })).toBe(null)
})
