import { expect, test } from 'vitest'
import { createFaultDigest } from '../../server/entry/fault-digest.ts'
import { StorageError } from '../../server/store/store.ts'

/** A digest whose minutes end when the test says so. */
function digest() {
  const told: string[] = []
  let due: (() => void)[] = []
  const waits = new Set<number>()
  const faults = createFaultDigest(
    (milliseconds, run) => {
      waits.add(milliseconds)
      due.push(run)
    },
    ({ name, message }, times) => told.push(`${times} × ${name}: ${message}`),
  )
  const endMinute = () => {
    const runs = due
    due = []
    for (const run of runs) run()
  }
  return { ...faults, endMinute, waits, waiting: () => due.length, told: () => told.splice(0) }
}

test('the first is told at once, its like are counted for a minute', () => {
  const { add, endMinute, told, waits } = digest()
  for (let i = 0; i < 1000; i++) add(new StorageError('SQLITE_FULL'))
  expect(told()).toEqual(['1 × StorageError: SQLITE_FULL'])
  endMinute()
  expect(told()).toEqual(['999 × StorageError: SQLITE_FULL'])
  expect([...waits]).toEqual([60_000])
})

test('one minute after the other is told, and a quiet one is not', () => {
  const { add, endMinute, told, waiting } = digest()
  add(new StorageError('SQLITE_FULL'))
  for (const times of [2, 3]) {
    for (let i = 0; i < times; i++) add(new StorageError('SQLITE_FULL'))
    endMinute()
  }
  expect(told().slice(1)).toEqual([
    '2 × StorageError: SQLITE_FULL',
    '3 × StorageError: SQLITE_FULL',
  ])
  endMinute()
  expect(told()).toEqual([])
  expect(waiting()).toBe(0)
  add(new StorageError('SQLITE_FULL'))
  expect(told()).toEqual(['1 × StorageError: SQLITE_FULL'])
})

test('another fault is not kept waiting, whatever was thrown', () => {
  const { add, told } = digest()
  for (const fault of [new StorageError('a'), new StorageError('b'), new Error('a'), 'a', null]) {
    add(fault)
    add(fault)
  }
  expect(told()).toEqual([
    '1 × StorageError: a',
    '1 × StorageError: b',
    '1 × Error: a',
    '1 × Error: null',
  ])
})

test('messages that differ every time are no flood', () => {
  const { add, endMinute, told } = digest()
  for (let i = 0; i < 1000; i++) add(new Error(`number ${i}`))
  expect(told()).toHaveLength(51)
  endMinute()
  expect(told()).toEqual(['949 × Error: number 999'])
})

test('what is counted is told before the end', () => {
  const { add, close, told } = digest()
  for (let i = 0; i < 4; i++) add(new Error('disk'))
  add(new Error('bug'))
  told()
  close()
  close()
  expect(told()).toEqual(['3 × Error: disk'])
})
