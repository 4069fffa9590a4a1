import { expect, test } from 'vitest'
import { nextAttempt } from '../../server/domain/verification/next-attempt.ts'

const NOW = 1_795_500_000
const MINUTE = 60
const DAY = 24 * 60 * MINUTE

test('each pause is twice the one before, a day at most', () => {
  const pauses = Array.from({ length: 13 }, (_, i) => (nextAttempt(NOW, i + 1, 0.5) ?? 0) - NOW)
  expect(pauses.slice(0, 11)).toEqual(
    [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024].map((minutes) => minutes * MINUTE),
  )
  expect(pauses.slice(11)).toEqual([DAY, DAY])
})

test('after the fourteenth attempt it is given up', () => {
  expect(nextAttempt(NOW, 14, 0.5)).toBeNull()
  expect(nextAttempt(NOW, 400, 0.5)).toBeNull()
})

test('chance moves a pause by a quarter at most', () => {
  expect(nextAttempt(NOW, 3, 0)).toBe(NOW + 3 * MINUTE)
  expect(nextAttempt(NOW, 3, 1)).toBe(NOW + 5 * MINUTE)
})
