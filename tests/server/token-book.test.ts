import { expect, test } from 'vitest'
import { createTokenBook } from '../../server/domain/token-book.ts'
import { nodeRandom } from '../../server/entry/node-random.ts'
import { nodeSha256 } from '../../server/entry/node-sha256.ts'
import { openedDashboard } from '../support/opened-dashboard.ts'

async function opened() {
  const { store, database } = await openedDashboard()
  const ground = { store, random: nodeRandom, sha256: nodeSha256 }
  const audit = () =>
    database.read({ sql: 'select at, actor, action, site, note from audit order by id' })
  return { book: createTokenBook(ground, { at: 7, actor: 'ibu' }), database, audit }
}

test('a token is handed out once, kept as a hash, and stands in the audit log until it is revoked', async () => {
  const { book, database, audit } = await opened()
  const made = await book.add('kominfo', 'bojonegoro')
  const token = typeof made === 'object' ? made.token : ''
  expect(token).toMatch(/^tanggapan_[\w-]{43}$/)
  const kept = () => database.read({ sql: 'select name, site, hash from api_tokens' })
  expect(await kept()).toEqual([['kominfo', 'bojonegoro', nodeSha256(token)]])
  expect(await book.add('semua', null)).toHaveProperty('token')
  expect(await book.revoke('kominfo')).toBe(true)
  expect((await kept()).map(([name]) => name)).toEqual(['semua'])
  expect(await audit()).toEqual([
    [7, 'ibu', 'token-add', 'bojonegoro', 'kominfo'],
    [7, 'ibu', 'token-add', null, 'semua'],
    [7, 'ibu', 'token-revoke', null, 'kominfo'],
  ])
})

test('what makes no token changes nothing and stands nowhere', async () => {
  const { book, audit } = await opened()
  await book.add('kominfo', null)
  expect(await book.add('Kominfo', null)).toBe('name')
  expect(await book.add('lain', 'tidak-ada')).toBe('site')
  expect(await book.add('kominfo', 'bojonegoro')).toBe('taken')
  expect(await book.revoke('lain')).toBe(false)
  expect(await audit()).toHaveLength(1)
})
