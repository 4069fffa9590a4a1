import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createVoteNames } from '../../server/domain/moderation/vote-names.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'

const names = createVoteNames(nodeMac, Buffer.from('rahasia yang cukup panjang untuk uji'))
const HEX = '0123456789abcdef'
const VOTER = fc.string({ unit: fc.constantFrom(...HEX), minLength: 32, maxLength: 32 })

test('a name stands for one voter of its site, and back', () => {
  fc.assert(
    fc.property(VOTER, (voter) => {
      const name = names.nameOf('desa', voter)
      expect(name).toMatch(/^[0-9a-f]{32}$/)
      expect(names.voterOf('desa', name)).toBe(voter)
      expect(names.nameOf('desa', voter)).toBe(name)
      expect(names.voterOf('kota', name)).not.toBe(voter)
    }),
  )
})

test('any name of that form stands for some voter, which has no other', () => {
  fc.assert(
    fc.property(VOTER, (name) => {
      expect(names.nameOf('desa', names.voterOf('desa', name))).toBe(name)
    }),
  )
})

test('under another secret it stands for another', () => {
  const others = createVoteNames(nodeMac, Buffer.from('rahasia lain yang juga cukup panjang'))
  const voter = '0'.repeat(32)
  expect(others.nameOf('desa', voter)).not.toBe(names.nameOf('desa', voter))
})

test('voters that differ in one digit have names that differ in most', () => {
  const base = names.nameOf('desa', '0'.repeat(32))
  for (let i = 0; i < 32; i++) {
    const name = names.nameOf('desa', `${'0'.repeat(i)}1${'0'.repeat(31 - i)}`)
    for (const half of [0, 16]) {
      const same = [...name].slice(half, half + 16).filter((digit, n) => digit === base[half + n])
      expect(same.length).toBeLessThan(9)
    }
  }
})
