import { expect, test, vi } from 'vitest'
import { localDay } from '../../../server/domain/local-day.ts'
import { nodeSha256 } from '../../../server/entry/node-sha256.ts'
import { openedDashboard } from '../../support/opened-dashboard.ts'
import { signedIn } from '../../support/signed-in.ts'

// Passwords are judged, which takes a while beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const AT = '/admin/sites/bojonegoro/operations'

test('a token is shown once, opens what it was made for, and nothing after it was revoked', async () => {
  const dashboard = await openedDashboard()
  const { store, database } = dashboard
  const owner = await signedIn(dashboard, { role: 'owner' })
  const made = await owner.send('/admin/tokens', { name: 'laporan', site: 'bojonegoro' })
  const [, token = ''] = /value="(tanggapan_[\w-]{43})"/.exec(made.text) ?? []
  expect(await store.findToken(nodeSha256(token))).toMatchObject({
    ...{ name: 'laporan', site: 'bojonegoro' },
  })
  const list = (await owner.open('/admin/tokens')).text
  expect(list).toContain('laporan')
  expect(list).not.toContain(token)
  const taken = await owner.send('/admin/tokens', { name: 'laporan', site: '' })
  expect(taken).toMatchObject({ status: 400, text: expect.stringContaining('sudah dipakai') })
  expect((await owner.send('/admin/tokens', { name: 'operator' })).status).toBe(400)
  expect((await owner.send('/admin/tokens', { name: 'x', site: 'tiada' })).status).toBe(400)
  expect((await owner.send('/admin/tokens/end', { name: 'laporan' })).status).toBe(303)
  expect(await store.findToken(nodeSha256(token))).toBeNull()
  expect(
    await database.read({
      sql: `select actor, action, note from audit where action like 'token-%'`,
    }),
  ).toEqual([
    ['owner@example.go.id', 'token-add', 'laporan'],
    ['owner@example.go.id', 'token-revoke', 'laporan'],
  ])
})

test('operations tell what was dropped, what failed with its remedy, and who sees the backup', async () => {
  const dashboard = await openedDashboard()
  const { store, rules, database } = dashboard
  const today = localDay('Asia/Jakarta', Date.now())
  const article = { site: 'bojonegoro', key: 'bojonegoro.example/berita/satu' }
  for (let i = 0; i < 7; i++) await store.dropView('bojonegoro', today, 'bot')
  await store.recordView(article, today, null)
  await store.failArticle(article, 'not-found', null)
  for (let i = 0; i < 7; i++) rules.sharedKeys.note(article, `bojonegoro.example/?id=${i}`)
  const editor = await signedIn(dashboard, { role: 'editor', site: 'bojonegoro' })
  const owner = await signedIn(dashboard, { role: 'owner' })
  const { text } = await editor.open(AT)
  expect(text).toContain('1 dari 8 permintaan tujuh hari terakhir dihitung sebagai dilihat.')
  expect(text).toMatch(/robot<\/th>\s*<td class="number">7<\/td>/)
  expect(text).toContain('Canonical dipakai bersama')
  expect(text).not.toContain('2026-03-01 02:00')
  expect((await owner.open(AT)).text).toContain('2026-03-01 02:00')
  expect(await store.readDueArticles(0, 9)).toEqual([])
  expect((await editor.send(`${AT}/retry`, {})).to).toBe(`${AT}?done=retry`)
  expect(await store.readDueArticles(0, 9)).toMatchObject([{ article }])
  const audit = await database.read({
    sql: `select actor from audit where action = 'verify-again'`,
  })
  expect(audit).toEqual([['editor-bojonegoro@example.go.id']])
})
