import { expect, test } from 'vitest'
import { figuresFor } from '../../server/domain/figures.ts'
import type { ArticleState, OpeningBalance } from '../../server/store/store.ts'

const votes = (a: number, b: number, c: number, d: number) => ({
  'sangat-puas': a,
  puas: b,
  'cukup-puas': c,
  'tidak-puas': d,
})
const OPENING: OpeningBalance = {
  views: 646,
  votes: votes(14, 2, 1, 2),
  source: 'penghitung lama',
  date: '2016-07-01',
  estimate: true,
}
const state = (more: Partial<ArticleState>): ArticleState => ({
  closed: false,
  review: false,
  views: 10,
  votes: votes(0, 0, 0, 0),
  opening: null,
  own: null,
  ...more,
})
const KEY = 'desa.go.id/berita'

test('figures are lifetime ones: what was measured with the opening balance', () => {
  expect(figuresFor(KEY, state({ votes: votes(1, 2, 3, 4), opening: OPENING }), {})).toEqual({
    article: KEY,
    views: 656,
    responses: 29,
    votes: votes(15, 4, 4, 6),
    choice: null,
    review: false,
    opening: OPENING,
  })
})

test.each(['pending', 'excluded'] as const)('an own %s vote is among the figures', (standing) => {
  const own = { choice: 'puas', standing } as const
  const {
    responses,
    votes: shown,
    choice,
    review,
  } = figuresFor(KEY, state({ votes: votes(5, 0, 0, 0), own }), {})
  expect({ responses, shown, choice, review }).toEqual({
    responses: 6,
    shown: votes(5, 1, 0, 0),
    choice: 'puas',
    review: false,
  })
})

test('the reader can’t tell how an own vote was judged', () => {
  const before = votes(3, 1, 2, 1)
  const after = votes(3, 2, 2, 1)
  const told = [
    state({ votes: after, own: { choice: 'puas', standing: 'counted' } }),
    state({ votes: before, own: { choice: 'puas', standing: 'pending' } }),
    state({ votes: before, own: { choice: 'puas', standing: 'excluded' } }),
  ].map((seen) => figuresFor(KEY, seen, {}))
  expect(told[1]).toEqual(told[0])
  expect(told[2]).toEqual(told[0])
})

test.each([
  ['4 responses are too few', 4, {}, false],
  ['5 are enough', 5, {}, true],
  ['a site may ask for more: 9 of 10', 9, { resultsFrom: 10 }, false],
  ['10 of 10', 10, { resultsFrom: 10 }, true],
  ['or for fewer: 1 of 1', 1, { resultsFrom: 1 }, true],
  ['0 of 1', 0, { resultsFrom: 1 }, false],
] as const)('a distribution is shown from the threshold: %s', (_, n, settings, shown) => {
  const figures = figuresFor(KEY, state({ votes: votes(0, n, 0, 0) }), settings)
  expect(figures.responses).toBe(n)
  expect(figures.votes).toEqual(shown ? votes(0, n, 0, 0) : null)
})

test('the opening balance and the own vote count towards the threshold', () => {
  const opening = { ...OPENING, votes: votes(2, 0, 0, 0) }
  const seen = state({ votes: votes(2, 0, 0, 0), opening })
  expect(figuresFor(KEY, seen, {}).votes).toBeNull()
  const own = { choice: 'tidak-puas', standing: 'pending' } as const
  expect(figuresFor(KEY, { ...seen, own }, {}).votes).toEqual(votes(4, 0, 0, 1))
})

test('results after the vote: hidden before, shown after', () => {
  const seen = state({ votes: votes(9, 1, 0, 0), opening: OPENING })
  const before = figuresFor(KEY, seen, { results: 'after-vote' })
  expect(before).toMatchObject({ responses: 29, votes: null, choice: null })
  const own = { choice: 'puas', standing: 'counted' } as const
  const after = figuresFor(KEY, { ...seen, own }, { results: 'after-vote' })
  expect(after).toMatchObject({ responses: 29, votes: votes(23, 3, 1, 2), choice: 'puas' })
})

test('results never: hidden from voters too', () => {
  const own = { choice: 'puas', standing: 'counted' } as const
  const seen = state({ votes: votes(90, 10, 0, 0), own, opening: OPENING })
  const figures = figuresFor(KEY, seen, { results: 'never' })
  expect(figures).toMatchObject({ responses: 119, votes: null, choice: 'puas' })
})

test('opening votes are hidden with the rest, so that nothing can be worked out', () => {
  const { opening } = figuresFor(KEY, state({ opening: OPENING }), { results: 'never' })
  expect(opening).toEqual({ ...OPENING, votes: null })
})
