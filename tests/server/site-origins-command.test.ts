import { expect, onTestFinished, test } from 'vitest'
import { SITE_COMMANDS } from '../../server/entry/site-commands.ts'
import { createSharedStore } from '../../server/store/shared-store.ts'
import { openMigrated } from '../support/opened-database.ts'

test('the command adds origins and mirrors, takes them away, and says why not', async () => {
  const store = createSharedStore(await openMigrated(':memory:'))
  onTestFinished(() => store.close())
  const run = async (name: string, operands: readonly string[], options = {}) =>
    SITE_COMMANDS[name]?.prepare(operands, options)(store)
  await run('add', ['desa'], { name: ['Desa'], origin: ['https://desa.go.id'] })
  await run('origin', ['desa', 'mirror', 'https://cermin.example'])
  await run('origin', ['desa', 'add', 'https://*.desa.go.id'])
  const origins = async () =>
    (await store.readSites())[0]?.origins.map(({ origin, role }) => `${role} ${origin}`)
  expect(await origins()).toEqual([
    'additional https://*.desa.go.id',
    'mirror https://cermin.example',
    'primary https://desa.go.id',
  ])
  expect(await run('origin', ['desa', 'remove', 'https://cermin.example'])).toBe(
    'desa  Desa  https://*.desa.go.id https://desa.go.id',
  )
  for (const [wish, origin, why] of [
    ['add', 'https://desa.go.id', 'already'],
    ['add', 'https://desa.go.id/berita', 'not an origin'],
    ['remove', 'https://desa.go.id', 'primary'],
    ['remove', 'https://tiada.example', 'no origin of that site'],
  ] as const) {
    await expect(run('origin', ['desa', wish, origin])).rejects.toThrow(why)
  }
})
