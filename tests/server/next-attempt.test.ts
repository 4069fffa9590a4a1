import { expect, test } from 'vitest'
import { nextAttempt } from '../../server/domain/verification/next-attempt.ts'

const NOW = 1_795_500_000
const MINUTE = 60
const DAY = 24 * 60 * MINUTE

const at = (attempts: number, chance: number) =>
  nextAttempt('timeout', NOW, attempts, chance)?.at ?? null

test('each pause is twice the one before, a day at most', () => {
  const pauses = Array.from({ length: 13 }, (_, i) => (at(i + 1, 0.5) ?? 0) - NOW)
  expect(pauses.slice(0, 11)).toEqual(
    [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024].map((minutes) => minutes * MINUTE),
  )
  expect(pauses.slice(11)).toEqual([DAY, DAY])
})

test('after the fourteenth attempt it is given up', () => {
  expect(at(14, 0.5)).toBeNull()
  expect(at(400, 0.5)).toBeNull()
})

test('chance moves a pause by a quarter at most', () => {
  expect(at(3, 0)).toBe(NOW + 3 * MINUTE)
  expect(at(3, 1)).toBe(NOW + 5 * MINUTE)
})

test('a page that its site does not know loses its place at the third attempt, others keep it', () => {
  const keeps = (failure: 'not-found' | 'timeout') =>
    [1, 2, 3, 13].map((attempts) => nextAttempt(failure, NOW, attempts, 0.5)?.keepsPlace)
  expect(keeps('not-found')).toEqual([true, true, false, false])
  expect(keeps('timeout')).toEqual([true, true, true, true])
})
