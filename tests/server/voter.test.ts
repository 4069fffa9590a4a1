import { expect, test } from 'vitest'
import { createVoterOf } from '../../server/domain/voter.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'

const BALLOT = '0123456789abcdef0123456789abcdef'
const ARTICLE = { site: 'desa', key: 'desa.go.id/berita' }
const voterUnder = (secret: string) => createVoterOf(nodeMac, Buffer.from(secret))
const voterOf = voterUnder('rahasia yang cukup panjang untuk uji')

test('a voter is 16 bytes in hexadecimal digits, without the ballot in it', () => {
  const voter = voterOf(ARTICLE, BALLOT)
  expect(voter).toMatch(/^[0-9a-f]{32}$/)
  expect(voter).not.toBe(BALLOT)
})

test('the same ballot at the same article is the same voter, also after a restart', () => {
  const voter = voterOf(ARTICLE, BALLOT)
  expect(voterOf({ ...ARTICLE }, BALLOT)).toBe(voter)
  expect(voterUnder('rahasia yang cukup panjang untuk uji')(ARTICLE, BALLOT)).toBe(voter)
})

test('another article, site, ballot or secret is another voter', () => {
  const voters = [
    voterOf(ARTICLE, BALLOT),
    voterOf({ ...ARTICLE, key: 'desa.go.id/lain' }, BALLOT),
    voterOf({ ...ARTICLE, site: 'kota' }, BALLOT),
    voterOf(ARTICLE, BALLOT.replace('0', '1')),
    voterUnder('rahasia lain yang juga cukup panjang')(ARTICLE, BALLOT),
  ]
  expect(new Set(voters).size).toBe(voters.length)
})

test('no field can be shifted into the next', () => {
  const shifted: [site: string, key: string, ballot: string][] = [
    ['a', 'b/c', 'd'],
    ['ab', '/c', 'd'],
    ['a', 'b/', 'cd'],
    ['a', 'b/cd', ''],
    ['', 'ab/c', 'd'],
    ['a', '3:b/c', 'd'],
    ['a3:', 'b/c', 'd'],
  ]
  const voters = shifted.map(([site, key, ballot]) => voterOf({ site, key }, ballot))
  expect(new Set(voters).size).toBe(shifted.length)
})
