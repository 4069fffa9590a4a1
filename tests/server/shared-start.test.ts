import { expect, test } from 'vitest'
import { createSharedStart } from '../../server/entry/shared-start.ts'

/** Milliseconds that nothing here has to wait for. */
const LONG = 60_000

function sharedStart(patience: number) {
  const kept: Promise<unknown>[] = []
  const startOnce = createSharedStart<string>(patience, (work) => kept.push(work))
  return { startOnce, kept }
}

const never = () => Promise.reject(new Error('begun again'))
const endless = () => new Promise<string>(() => undefined)

test('many requests share one start, which is kept going', async () => {
  const { startOnce, kept } = sharedStart(LONG)
  const first = startOnce(async () => 'app')
  expect(await Promise.all([first, startOnce(never), startOnce(never)])).toEqual([
    'app',
    'app',
    'app',
  ])
  expect(await startOnce(never)).toBe('app')
  expect(kept).toHaveLength(1)
})

test('a start that fails is told to all who waited, and the next request tries', async () => {
  const { startOnce, kept } = sharedStart(LONG)
  const failing = async () => Promise.reject(new Error('no database'))
  const waiting = [startOnce(failing), startOnce(never)]
  for (const each of waiting) await expect(each).rejects.toThrow('no database')
  await expect(kept[0]).resolves.toBeUndefined()
  expect(await startOnce(async () => 'app')).toBe('app')
})

test('a start that never ends is given up, and the next request tries', async () => {
  const { startOnce } = sharedStart(10)
  await expect(startOnce(endless)).rejects.toThrow('not started within 10 ms')
  expect(await startOnce(async () => 'app')).toBe('app')
  expect(await startOnce(never)).toBe('app')
})

test('who gives up a start later than others leaves the next one alone', async () => {
  const { startOnce } = sharedStart(10)
  const late = [startOnce(endless), startOnce(never)]
  const outcomes = Promise.allSettled(late)
  await expect(late[0]).rejects.toThrow()
  const next = startOnce(async () => 'app')
  await outcomes
  expect(await startOnce(never)).toBe('app')
  expect(await next).toBe('app')
})
