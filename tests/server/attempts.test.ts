import { expect, test } from 'vitest'
import type { Client } from '../../server/domain/client/client.ts'
import { parseIpAddress } from '../../server/domain/client/ip-address.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'
import { createAttempts } from '../../server/guards/attempts.ts'

const MINUTE = 60_000

function open() {
  const clock = { now: Date.UTC(2026, 2, 1, 5) }
  return { clock, attempts: createAttempts(nodeMac, nodeRandom, () => clock.now) }
}

function client(address: string | null): Client {
  const parsed = address === null ? null : parseIpAddress(address)
  return { address: parsed, userAgent: '', agent: 'tool' }
}

test('after ten wrong tokens an address waits until ten minutes after its first', () => {
  const { clock, attempts } = open()
  const who = client('192.0.2.1')
  for (let n = 0; n < 10; n++) {
    expect(attempts.waitOf(who, 'a')).toBe(0)
    attempts.failed(who)
    clock.now += 6000
  }
  expect(attempts.waitOf(who, 'a')).toBe(9 * 60)
  clock.now += 9 * MINUTE - 1
  expect(attempts.waitOf(who, 'a')).toBe(1)
  clock.now += 1
  expect(attempts.waitOf(who, 'a')).toBe(0)
})

test('readers whose address is not known are taken for one', () => {
  const { attempts } = open()
  for (let n = 0; n < 10; n++) attempts.failed(client(null))
  expect(attempts.waitOf(client(null), 'a')).toBe(600)
  expect(attempts.waitOf(client('192.0.2.1'), 'a')).toBe(0)
})

test('a token that was right before never waits', () => {
  const { attempts } = open()
  attempts.succeeded('right')
  for (let n = 0; n < 10; n++) attempts.failed(client('192.0.2.1'))
  expect(attempts.waitOf(client('192.0.2.1'), 'right')).toBe(0)
  expect(attempts.waitOf(client('192.0.2.1'), 'wrong')).toBe(600)
})

test('ten thousand addresses are remembered, those known longest go first', () => {
  const { attempts } = open()
  const from = (n: number) => client(`20.${n >> 16}.${(n >> 8) & 255}.${n & 255}`)
  for (const n of [0, 1]) for (let i = 0; i < 10; i++) attempts.failed(from(n))
  for (let n = 2; n < 10_001; n++) attempts.failed(from(n))
  expect(attempts.waitOf(from(0), 'a')).toBe(0)
  expect(attempts.waitOf(from(1), 'a')).toBe(600)
})

test('a clock that was set back begins anew', () => {
  const { clock, attempts } = open()
  for (let n = 0; n < 10; n++) attempts.failed(client('192.0.2.1'))
  clock.now -= 1
  expect(attempts.waitOf(client('192.0.2.1'), 'a')).toBe(0)
})
