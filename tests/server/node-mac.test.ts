import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nodeMac } from '../../server/entry/node-mac.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const hmac = (key: Uint8Array, message: string | Uint8Array) =>
  createHmac('sha256', key).update(message).digest('hex')

test('is HMAC-SHA256, whatever the key and the message', () => {
  const key = fc.uint8Array({ maxLength: 200 })
  const message = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.uint8Array({ maxLength: 300 }),
  )
  fc.assert(
    fc.property(key, fc.array(message, { minLength: 1, maxLength: 4 }), (bytes, messages) => {
      // One key for several messages: what the key keeps of one must not be in the next.
      for (const text of messages) expect(hex(nodeMac(bytes, text))).toBe(hmac(bytes, text))
    }),
  )
})

test('so it is at every length around its block and its usual room', () => {
  const keys = [0, 1, 63, 64, 65, 128, 1000].map((length) => Buffer.alloc(length, 'k'))
  for (const key of keys) {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 2047, 2048, 2049, 100_000, 3]) {
      const message = 'ä'.repeat(length / 2) + 'x'.repeat(length % 2)
      expect(hex(nodeMac(key, message))).toBe(hmac(key, message))
      expect(hex(nodeMac(key, Buffer.from(message)))).toBe(hmac(key, message))
    }
  }
})

test('an answer stays what it was when others follow', () => {
  const key = Buffer.from('kunci')
  const first = nodeMac(key, 'satu')
  nodeMac(key, 'dua')
  nodeMac(Buffer.from('lain'), 'tiga')
  expect(hex(first)).toBe(hmac(key, 'satu'))
})

test('is that of RFC 4231, test case 2', () => {
  expect(hex(nodeMac(Buffer.from('Jefe'), 'what do ya want for nothing?'))).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  )
})
