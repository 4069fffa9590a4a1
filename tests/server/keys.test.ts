import { hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deriveKey } from '../../server/domain/keys.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'

const hex = (bytes: Uint8Array | ArrayBuffer) => Buffer.from(new Uint8Array(bytes)).toString('hex')

test('a derived key is HKDF-SHA256 of RFC 5869 with an empty salt', () => {
  const secret = fc.uint8Array({ minLength: 1, maxLength: 200 })
  const purpose = fc.string({ unit: 'grapheme', maxLength: 200 })
  fc.assert(
    fc.property(secret, purpose, (bytes, info) => {
      const expected = hkdfSync('sha256', bytes, '', info, 32)
      expect(hex(deriveKey(nodeMac, bytes, info))).toBe(hex(expected))
    }),
  )
})

test('another purpose is another key', () => {
  const secret = Buffer.from('rahasia yang cukup panjang untuk uji')
  const keys = ['page token', 'fingerprint', 'voter desa', 'voter kota', 'voter ', '']
  expect(new Set(keys.map((purpose) => hex(deriveKey(nodeMac, secret, purpose)))).size).toBe(6)
})
