import { expect, test } from 'vitest'
import { usualOf } from '../../server/domain/burst/usual.ts'
import { NO_VOTES } from '../../shared/votes-by-choice.ts'

const DAY = 24 * 60 * 60 * 1000
const NOTHING = { days: 0, views: 0, votes: NO_VOTES }
const past = (days: number, views: number, puas: number) => ({
  days,
  views,
  votes: { ...NO_VOTES, puas },
})

test('where nothing is known, one view in twenty votes', () => {
  expect(usualOf(NOTHING, NOTHING)).toEqual({ rate: 0.05, pace: 0, votes: NO_VOTES })
})

test('a new article is taken to be like its site', () => {
  // (395 + 5) / (9,900 + 100) = 4 %; a tenth of 395 votes in three days.
  const usual = usualOf(NOTHING, past(3, 9900, 395))
  expect(usual.rate).toBeCloseTo(0.04)
  expect(usual.pace).toBeCloseTo(39.5 / (3 * DAY))
})

test('an old one by its own figures, for all its site may do', () => {
  // (1,000 + 200 × 5 %) / (33,333 + 200)
  const usual = usualOf(past(28, 33_333, 1000), NOTHING)
  expect(usual.rate).toBeCloseTo(0.0301, 4)
  expect(usual.pace).toBeCloseTo(1000 / (28 * DAY))
})

test('one of three days counts three days', () => {
  expect(usualOf(past(3, 3000, 90), NOTHING).pace).toBeCloseTo(30 / DAY)
})
