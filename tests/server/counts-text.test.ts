import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countsText } from '../../server/domain/chain/counts-text.ts'
import type { DaySum } from '../../server/store/store.ts'
import { NO_VOTES } from '../../shared/votes-by-choice.ts'

function sum(standing: DaySum['standing'], reason: string, puas: number): DaySum {
  return { site: 'desa', day: '2026-03-01', standing, reason, votes: { ...NO_VOTES, puas } }
}

const SUMS = [
  sum('counted', '', 3),
  sum('pending', 'token', 1),
  sum('pending', 'burst', 2),
  sum('pending', 'network', 0),
  sum('excluded', 'moderation', 4),
  sum('excluded', 'expired', 5),
  sum('pending', 'burst', 6),
]

test('a day without votes has four zeros', () => {
  expect(countsText([])).toBe(
    '{"counted":{"sangat-puas":0,"puas":0,"cukup-puas":0,"tidak-puas":0},"pending":{},"excluded":{}}',
  )
})

test('the same votes are the same text, in whatever order and pieces they are read', () => {
  const of = (puas: number) => ({ 'sangat-puas': 0, puas, 'cukup-puas': 0, 'tidak-puas': 0 })
  const text = JSON.stringify({
    counted: of(3),
    pending: { burst: of(8), token: of(1) },
    excluded: { expired: of(5), moderation: of(4) },
  })
  fc.assert(
    fc.property(fc.shuffledSubarray(SUMS, { minLength: SUMS.length }), (sums) => {
      expect(countsText(sums)).toBe(text)
    }),
  )
})

test('choices stand in their order, in whatever order they were counted', () => {
  const votes = { 'tidak-puas': 4, 'cukup-puas': 3, puas: 2, 'sangat-puas': 1 }
  expect(countsText([{ ...sum('counted', '', 0), votes }])).toContain(
    '{"sangat-puas":1,"puas":2,"cukup-puas":3,"tidak-puas":4}',
  )
})
