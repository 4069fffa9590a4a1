import { expect, test } from 'vitest'
import { compareIndex, compareShares } from '../../../server/domain/report/comparison.ts'
import { rank } from '../../../server/domain/report/ranking.ts'
import { countVotes } from '../../../shared/votes-by-choice.ts'

const votes = (a: number, b: number, c: number, d: number) => {
  return { 'sangat-puas': a, puas: b, 'cukup-puas': c, 'tidak-puas': d }
}

test.each([
  // Intervals by hand: (14,2,1,2) 2.87–3.74, (10,0,0,0) 3.11–4.
  ['two that meet', votes(14, 2, 1, 2), votes(10, 0, 0, 0), 1316, 'unclear'],
  ['the same', votes(14, 2, 1, 2), votes(14, 2, 1, 2), 0, 'unclear'],
  ['many that fell', votes(140, 20, 10, 20), votes(20, 10, 20, 140), -4868, 'lower'],
  ['many that rose', votes(20, 10, 20, 140), votes(140, 20, 10, 20), 4868, 'higher'],
  ['one vote to one', votes(0, 0, 0, 1), votes(1, 0, 0, 0), 7500, 'unclear'],
  ['none before', votes(0, 0, 0, 0), votes(100, 0, 0, 0), null, null],
  ['none now', votes(100, 0, 0, 0), votes(0, 0, 0, 0), null, null],
])('of %s the index moved', (_, before, now, hundredths, change) => {
  expect(compareIndex(before, now)).toEqual({ hundredths, change })
})

test.each([
  // Wilson: 81/263 .255–.366, 15/148 .062–.160, 0/20 0–.161, 1/29 .006–.172.
  [81, 263, 15, 148, 'lower'],
  [15, 148, 81, 263, 'higher'],
  [0, 20, 1, 29, 'unclear'],
  [0, 0, 1, 29, null],
  [1, 29, 0, 0, null],
])('%i of %i, then %i of %i', (k, n, k2, n2, change) => {
  expect(compareShares({ k, n }, { k: k2, n: n2 })).toBe(change)
})

const article = (name: string, ...[a, b, c, d]: [number, number, number, number]) => {
  return { name, views: 0, votes: votes(a, b, c, d) }
}
// Lower bounds: 3.447559, 3.334817; the others have fewer than 30 votes.
const FIRST = article('first', 100, 20, 10, 5)
const SECOND = article('second', 140, 20, 10, 20)
const FEW = [
  article('ten', 10, 0, 0, 0),
  article('nineteen', 14, 2, 1, 2),
  article('none', 0, 0, 0, 0),
]

test('the best come by what their votes say at least, from thirty votes', () => {
  const best = rank([...FEW, SECOND, FIRST], 'best', 10)
  expect(best.ranked).toBe(true)
  expect(best.items.map(({ name }) => name)).toEqual(['first', 'second'])
  expect(rank([SECOND, FIRST], 'best', 1).items).toEqual([FIRST])
})

test('those needing attention come by what their votes say at most', () => {
  const bad = article('bad', 0, 0, 5, 25)
  const worse = article('worse', 0, 0, 5, 250)
  const { items } = rank([...FEW, SECOND, FIRST, bad, worse], 'attention', 3)
  expect(items.map(({ name }) => name)).toEqual(['worse', 'bad', 'second'])
})

test('where nothing reaches thirty votes the nearest are shown, and no rank', () => {
  const { ranked, items } = rank(FEW, 'best', 10)
  expect(ranked).toBe(false)
  expect(items.map(({ votes: of }) => countVotes(of))).toEqual([19, 10])
})

test('a site may set another number of votes', () => {
  expect(rank(FEW, 'best', 10, 10).items.map(({ name }) => name)).toEqual(['ten', 'nineteen'])
})
