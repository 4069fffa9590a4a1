import { expect, test } from 'vitest'
import { createBurstAlerts, evidenceOf } from '../../server/domain/burst/burst-alerts.ts'
import type { Cell, Gathered } from '../../server/domain/burst/burst-figures.ts'
import type { Finding } from '../../server/domain/burst/burst-judgement.ts'
import { NO_VOTES } from '../../shared/votes-by-choice.ts'

const NOON = Date.UTC(2026, 2, 1, 5)
const MINUTE = 60_000
const articleOf = (n: number) => ({ site: 'desa', key: `desa.go.id/${n}` })

test('signs of one burst are one alert, which counts what was held', () => {
  const alerts = createBurstAlerts()
  const first = { article: articleOf(1), from: NOON, latest: NOON, held: 0, evidence: 'many' }
  expect(alerts.raise(articleOf(1), 'many', NOON)).toEqual({ ...first, isNew: true })
  alerts.held(articleOf(1), 14)
  alerts.held(articleOf(1), 2)
  const later = NOON + 59 * MINUTE
  expect(alerts.raise(articleOf(1), 'others', later).isNew).toBe(false)
  expect(alerts.list()).toEqual([{ ...first, latest: later, held: 16 }])
})

test('an hour after its latest sign it is another one, and the newest comes first', () => {
  const alerts = createBurstAlerts()
  alerts.raise(articleOf(1), 'many', NOON)
  alerts.raise(articleOf(1), 'many', NOON + 59 * MINUTE)
  expect(alerts.raise(articleOf(1), 'again', NOON + 119 * MINUTE).isNew).toBe(true)
  alerts.held(articleOf(1), 3)
  expect(alerts.list().map(({ evidence, held }) => [evidence, held])).toEqual([
    ['again', 3],
    ['many', 0],
  ])
})

test('the alerts of two sites and two articles are their own', () => {
  const alerts = createBurstAlerts()
  alerts.raise(articleOf(1), 'one', NOON)
  expect(alerts.raise(articleOf(2), 'two', NOON).isNew).toBe(true)
  expect(alerts.raise({ ...articleOf(1), site: 'kota' }, 'three', NOON).isNew).toBe(true)
  alerts.held(articleOf(2), 5)
  expect(alerts.list().map(({ held }) => held)).toEqual([0, 5, 0])
})

test('a hundred are kept, and what is held at an article without one is nobody else’s', () => {
  const alerts = createBurstAlerts()
  for (let n = 0; n < 101; n++) alerts.raise(articleOf(n), 'many', NOON)
  alerts.held(articleOf(0), 7)
  const kept = alerts.list()
  expect(kept).toHaveLength(100)
  expect(kept[0]?.article).toEqual(articleOf(100))
  expect(kept[99]?.article).toEqual(articleOf(1))
  expect(kept.every(({ held }) => held === 0)).toBe(true)
})

const CELL: Cell = {
  networks: 20,
  voting: 18,
  views: 400,
  votes: 36,
  most: { views: 40, votes: 4 },
}
const USUAL = { rate: 0.0312, pace: 0, votes: NO_VOTES }

function evidence(finding: Partial<Finding>, figures: Partial<Gathered> = {}, usual = USUAL) {
  const all: Finding = { cluster: { of: 'article' }, hold: true, because: 'rate', cell: CELL }
  const gathered: Gathered = {
    length: 10 * MINUTE,
    all: { ...CELL, votes: 48 },
    bands: [],
    busiest: { ...CELL, votes: 12, neighbourhood: 7 },
    votes: { ...NO_VOTES, puas: 24, 'tidak-puas': 24 },
    networks: new Map(),
    voteEvents: [],
    full: false,
    ...figures,
  }
  return evidenceOf({ ...all, ...finding }, gathered, usual)
}

const COUNTS = 'in 10 min 36 votes on 400 views by 20 networks'
const TOP = "25 % of the article's votes came from one neighbourhood"

test.each([
  [{}, `${COUNTS}; usually 3.1 % of views vote; ${TOP}`],
  [
    { cluster: { of: 'band', band: 0 } },
    `${COUNTS} with one view each; usually 3.1 % of views vote; ${TOP}`,
  ],
  [
    { cluster: { of: 'band', band: 4 }, because: 'evenness' },
    `${COUNTS} with 16 views or more each; 18 of these networks voted, which is more even than chance; ${TOP}`,
  ],
  [
    { cluster: { of: 'neighbourhood', neighbourhood: 7 } },
    `${COUNTS} in one neighbourhood; usually 3.1 % of views vote; ${TOP}`,
  ],
  [{ because: 'surge' }, `${COUNTS}; far more than the article usually has; ${TOP}`],
] as const)('%o is told in words', (finding, text) => {
  expect(evidence(finding)).toBe(text)
})

test('the moderator is told how far the choices are from the usual, by no choice’s name', () => {
  const usual = { ...USUAL, votes: { ...NO_VOTES, puas: 100 } }
  expect(evidence({}, {}, usual)).toMatch(/; its choices are shifted by 50 %$/)
})

test('a window of some seconds is a minute, and a tenth is told in whole percents', () => {
  const busiest = { ...CELL, votes: 1, neighbourhood: 7 }
  expect(evidence({}, { length: 9000, busiest })).toMatch(/^in 1 min .*; 2\.1 % of the article/)
  const usual = { ...USUAL, rate: 0.1 }
  expect(evidence({}, { length: 100_000 }, usual)).toMatch(/^in 2 min .*; usually 10 % of views/)
})
