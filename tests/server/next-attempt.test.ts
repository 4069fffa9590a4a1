import { expect, test } from 'vitest'
import { nextAttempt } from '../../server/domain/verification/next-attempt.ts'
import type { VerificationFailure } from '../../server/domain/verification/verification-failure.ts'

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

const keeps = (failure: VerificationFailure) =>
  [1, 2, 3, 13].map((attempts) => nextAttempt(failure, NOW, attempts, 0.5)?.keepsPlace)

/** What a stranger has a working site answer, by making up an address there. */
const MADE_UP = ['not-found', 'moved', 'foreign-redirect', 'blocked', 'status', 'not-html'] as const

test.each(MADE_UP)('an address that is answered by %s loses its place at the third', (failure) => {
  expect(keeps(failure)).toEqual([true, true, false, false])
})

test.each(['timeout', 'unreachable', 'server-error', 'no-origin', 'certificate'] as const)(
  'one of a site that fails by %s keeps it',
  (failure) => {
    expect(keeps(failure)).toEqual([true, true, true, true])
  },
)
