import { expect, test } from 'vitest'
import { startSchedule } from '../../server/entry/schedule.ts'

const EACH_SECOND = '* * * * * *'

test('what fails is told and comes round again', async () => {
  const told: unknown[] = []
  const run = () => Promise.reject(new Error('no'))
  const stop = startSchedule([{ pattern: EACH_SECOND, run }], (fault) => told.push(fault))
  await expect.poll(() => told.length, { timeout: 10_000 }).toBeGreaterThan(1)
  await stop()
})

test('stopping waits for what is under way, which is told to end, and begins nothing more', async () => {
  const seen = { begun: 0, ended: 0 }
  const run = (stopping: AbortSignal) => {
    seen.begun += 1
    return new Promise<void>((resolve) => {
      stopping.addEventListener('abort', () => {
        seen.ended += 1
        resolve()
      })
    })
  }
  const stop = startSchedule([{ pattern: EACH_SECOND, run }], () => undefined)
  await expect.poll(() => seen.begun, { timeout: 10_000 }).toBe(1)
  await stop()
  expect(seen).toEqual({ begun: 1, ended: 1 })
})
