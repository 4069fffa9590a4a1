import { expect, test } from 'vitest'
import { createGroupQueue } from '../../server/store/group-queue.ts'
import { StorageError } from '../../server/store/store.ts'

interface Limits {
  readonly most?: number
  readonly longest?: number
  /** Whether the commit of a group fails. */
  readonly fails?: (entries: readonly string[]) => boolean
}

/** A queue whose polls the test lets happen; its commits answer in capitals. */
function queueOf({ most = 100, longest = 100, fails = () => false }: Limits = {}) {
  const polls: (() => void)[] = []
  const groups: (readonly string[])[] = []
  const { add, idle } = createGroupQueue<string, string>({
    most,
    longest,
    afterPoll: (run) => polls.push(run),
    async commit(entries) {
      groups.push(entries)
      if (fails(entries)) throw new Error(`no room for ${entries.join()}`)
      return entries.map((entry) => entry.toUpperCase())
    },
  })
  const poll = () => {
    for (const run of polls.splice(0)) run()
  }
  return { add, idle, poll, groups }
}

test('entries of one poll are one group, answered in their order', async () => {
  const { add, poll, groups } = queueOf()
  const answers = [add('a'), add('b'), add('c')]
  expect(groups).toEqual([])
  poll()
  expect(await Promise.all(answers)).toEqual(['A', 'B', 'C'])
  expect(groups).toEqual([['a', 'b', 'c']])
})

test('entries that come later go with a later group', async () => {
  const { add, poll, groups } = queueOf()
  const first = add('a')
  poll()
  await first
  const second = Promise.all([add('b'), add('c')])
  poll()
  expect(await second).toEqual(['B', 'C'])
  expect(groups).toEqual([['a'], ['b', 'c']])
})

test('a group has no more entries than allowed, and the order stays', async () => {
  const { add, poll, groups } = queueOf({ most: 2 })
  const answers = ['a', 'b', 'c', 'd', 'e'].map(add)
  poll()
  expect(await Promise.all(answers)).toEqual(['A', 'B', 'C', 'D', 'E'])
  expect(groups).toEqual([['a', 'b'], ['c', 'd'], ['e']])
})

test('beyond its limit an entry is refused at once, the waiting ones are kept', async () => {
  const { add, poll, groups } = queueOf({ longest: 2 })
  const kept = [add('a'), add('b')]
  await expect(add('c')).rejects.toThrow(StorageError)
  poll()
  expect(await Promise.all(kept)).toEqual(['A', 'B'])
  expect(groups).toEqual([['a', 'b']])
  const after = add('d')
  poll()
  expect(await after).toBe('D')
})

test('a commit that fails rejects exactly its group', async () => {
  const { add, poll } = queueOf({ most: 2, fails: (entries) => entries.includes('c') })
  const answers = ['a', 'b', 'c', 'd', 'e'].map(add)
  poll()
  const settled = await Promise.allSettled(answers)
  expect(settled.map(({ status }) => status)).toEqual([
    ...['fulfilled', 'fulfilled', 'rejected', 'rejected', 'fulfilled'],
  ])
  await expect(answers[3]).rejects.toThrow('no room for c,d')
})

test('it is idle once everything that waited is settled', async () => {
  const { add, idle, poll } = queueOf({ most: 1, fails: (entries) => entries.includes('b') })
  await idle()
  const settled: string[] = []
  for (const entry of ['a', 'b', 'c']) {
    add(entry).then(
      (answer) => settled.push(answer),
      () => settled.push('failed'),
    )
  }
  const quiet = idle()
  poll()
  await quiet
  expect(settled).toEqual(['A', 'failed', 'C'])
})
