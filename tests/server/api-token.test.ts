import { expect, test } from 'vitest'
import { bearerToken, newApiToken, tokenNameFault } from '../../server/domain/api-token.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'

test.each(['a', '7', 'kominfo', 'dinas-kominfo-2', 'a-', 'n'.repeat(40)])(
  'a token may be called %s',
  (name) => {
    expect(tokenNameFault(name)).toBeUndefined()
  },
)

test.each(['', '-a', 'Kominfo', 'dinas kominfo', 'a_b', 'é', 'a\n', 'n'.repeat(41)])(
  'the name %j is refused with what names are',
  (name) => {
    expect(tokenNameFault(name)).toMatch(/lower-case letters, digits and hyphens, at most 40/)
  },
)

test.each(['system', 'operator'])('%s is the audit log’s name for somebody else', (name) => {
  expect(tokenNameFault(name)).toContain(`can't be ${name}`)
})

test('a token has 256 random bits, as text that goes into a header', () => {
  const ones = newApiToken((bytes) => new Uint8Array(bytes).fill(255))
  expect(ones).toBe(`tanggapan_${'_'.repeat(42)}8`)
  const others = newApiToken((bytes) => new Uint8Array(bytes).fill(0xfb))
  expect(others).toBe(`tanggapan_${'-_v7'.repeat(10)}-_s`)
  const token = newApiToken(nodeRandom)
  expect(newApiToken(nodeRandom)).not.toBe(token)
  expect(bearerToken(`Bearer ${token}`)).toBe(token)
})

test.each([
  ['bearer  ', '', true],
  ['BEARER ', '', true],
  ['Bearer', '', false],
  ['Basic ', '', false],
  ['x Bearer ', '', false],
  ['Bearer ', ' ', false],
  ['Bearer ', '0', false],
])('a header of %j, a token and %j carries it: %s', (before, after, carries) => {
  const token = newApiToken(nodeRandom)
  expect(bearerToken(before + token + after)).toBe(carries ? token : undefined)
})

test('no header carries none', () => {
  expect(bearerToken(undefined)).toBeUndefined()
})
