import { expect, test } from 'vitest'
import type { Cell, WindowFigures } from '../../server/domain/burst/burst-figures.ts'
import { findBursts, shiftOf } from '../../server/domain/burst/burst-judgement.ts'
import type { Usual } from '../../server/domain/burst/usual.ts'
import { NO_VOTES } from '../../shared/votes-by-choice.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const EMPTY: Cell = {
  networks: 0,
  voting: 0,
  views: 0,
  votes: 0,
  most: { views: 0, votes: 0 },
}
const ONE = { views: 1, votes: 1 }
/** 1,000 votes on 33,333 views in 28 days. */
const USUAL: Usual = {
  rate: 0.03,
  pace: 1000 / (28 * DAY),
  votes: { 'sangat-puas': 600, puas: 250, 'cukup-puas': 100, 'tidak-puas': 50 },
}

/** `networks` with `each` views, of which `voting` have one vote. */
function band(networks: number, each: number, voting: number): Cell {
  return { networks, voting, views: networks * each, votes: voting, most: ONE }
}

function sum(cells: readonly Cell[]): Cell {
  return cells.reduce(
    (total, cell) => ({
      networks: total.networks + cell.networks,
      voting: total.voting + cell.voting,
      views: total.views + cell.views,
      votes: total.votes + cell.votes,
      most: total.most.votes > cell.most.votes ? total.most : cell.most,
    }),
    EMPTY,
  )
}

function figures(bands: Readonly<Record<number, Cell>>, more: Partial<WindowFigures> = {}) {
  const all = Array.from({ length: 7 }, (_, i) => bands[i] ?? EMPTY)
  return {
    length: 10 * MINUTE,
    all: sum(all),
    bands: all,
    busiest: { ...EMPTY, neighbourhood: 0 },
    votes: NO_VOTES,
    ...more,
  }
}

const found = (window: WindowFigures, goesOn = false) =>
  findBursts(window, USUAL, goesOn).map(({ cluster, hold, because }) => ({
    cluster,
    hold,
    because,
  }))
const held = (band: number, because: string) => ({
  cluster: { of: 'band', band },
  hold: true,
  because,
})

test('fourteen networks of one view that all voted are a burst', () => {
  expect(found(figures({ 0: band(14, 1, 14) }))).toEqual([held(0, 'rate')])
})

test('eleven are too few to say', () => {
  expect(found(figures({ 0: band(11, 1, 11) }))).toEqual([])
})

test('they are one among a thousand readers too', () => {
  expect(found(figures({ 0: band(1000 + 250, 1, 30 + 250) }))).toEqual([held(0, 'rate')])
})

test('an honest surge votes at its usual rate, and is none', () => {
  expect(found(figures({ 0: band(500, 1, 16), 2: band(100, 5, 14), 3: band(20, 12, 9) }))).toEqual(
    [],
  )
})

test('nor is one that votes twice as often', () => {
  expect(found(figures({ 0: band(500, 1, 30), 2: band(100, 5, 30) }))).toEqual([])
})

test('views that are made up beside each vote move it to another band, not out of sight', () => {
  expect(found(figures({ 1: band(300, 3, 300) }))).toEqual([held(1, 'rate')])
  expect(found(figures({ 2: band(300, 6, 300) }))).toEqual([held(2, 'rate')])
})

test('where so many are made up that the rate is usual, every network has its vote', () => {
  expect(found(figures({ 5: band(100, 33, 100) }))).toEqual([held(5, 'evenness')])
})

test('networks that many share have theirs by chance', () => {
  // 1 − 0.97^33 = 63 % of a hundred.
  expect(
    found(figures({ 5: { networks: 100, voting: 63, views: 3300, votes: 99, most: ONE } })),
  ).toEqual([])
})

test('of homes that look twice and vote once each, evenness says nothing', () => {
  const usual = { ...USUAL, rate: 0.3, pace: 1 / MINUTE }
  expect(findBursts(figures({ 1: band(2000, 2, 1000) }), usual, false)).toEqual([])
})

test('one neighbourhood may be a burst by itself', () => {
  const busiest = { ...band(20, 4, 20), votes: 60, neighbourhood: 7 }
  const window = figures({ 0: band(600, 1, 18), 2: busiest }, { busiest })
  expect(found(window)).toEqual([
    held(2, 'rate'),
    { cluster: { of: 'neighbourhood', neighbourhood: 7 }, hold: true, because: 'rate' },
  ])
})

test('an article that has two hundred times its usual votes is held whole', () => {
  // Usual are 0.25 in ten minutes; below a hundred an article may have more all the same.
  const crowd = (votes: number) =>
    figures({
      5: { networks: 900, voting: Math.round(votes * 0.63), views: votes * 33, votes, most: ONE },
    })
  const surge = { cluster: { of: 'article' }, hold: true, because: 'surge' }
  // 158 of the networks voted, or 126.
  expect(found(crowd(250))).toEqual([surge])
  expect(found(crowd(200))).toEqual([])
})

test('so is one where a burst that is found has as many beside it', () => {
  // All look alike but the networks that were caught: 33 views each, votes by chance.
  const beside = (voting: number) =>
    figures({
      3: band(60, 13, 60),
      5: { networks: 120, voting, views: 3960, votes: 110, most: ONE },
    })
  const surge = { cluster: { of: 'article' }, hold: true, because: 'surge' }
  expect(found(beside(80))).toEqual([held(3, 'evenness'), surge])
  expect(found(beside(60))).toEqual([held(3, 'evenness')])
})

test('three networks are for their quota to judge, however many their votes', () => {
  const networks = (voting: number) => ({
    networks: voting,
    voting,
    views: 70 * voting,
    votes: 50 * voting,
    most: { views: 70, votes: 50 },
  })
  expect(found(figures({ 6: networks(3) }))).toEqual([])
  expect(found(figures({ 6: networks(4) }))).toEqual([held(6, 'rate')])
})

test('a class behind one address is no burst, nor is one of its neighbours', () => {
  const pupils = { networks: 1, voting: 1, views: 70, votes: 50, most: { views: 70, votes: 50 } }
  expect(found(figures({ 0: band(100, 1, 5), 6: pupils }))).toEqual([])
})

test('while a burst goes on, less says that it goes on by other ways', () => {
  const window = figures({ 1: band(8, 2, 8) })
  expect(found(window)).toEqual([])
  expect(found(window, true)).toEqual([held(1, 'rate')])
})

test('more than twice the usual of an article is told, and not held', () => {
  const window = figures({ 0: band(600, 1, 63), 2: band(100, 6, 60) })
  expect(found(window)).toEqual([{ cluster: { of: 'article' }, hold: false, because: 'rate' }])
})

test.each([
  ['the same choices', { ...NO_VOTES, puas: 3 }, { ...NO_VOTES, puas: 9 }, 0],
  ['others altogether', { ...NO_VOTES, puas: 3 }, { ...NO_VOTES, 'tidak-puas': 9 }, 1],
  ['half of them', { ...NO_VOTES, puas: 1, 'tidak-puas': 1 }, { ...NO_VOTES, puas: 4 }, 0.5],
  ['nothing usual', { ...NO_VOTES, puas: 3 }, NO_VOTES, null],
])('the shift of %s', (_, votes, usual, shift) => {
  expect(shiftOf(votes, usual)).toBe(shift)
})
