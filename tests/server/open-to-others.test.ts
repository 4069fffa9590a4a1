import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openToOthers } from '../../server/entry/open-to-others.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

function dataFolder(mode: number): string {
  const folder = join(temporaryFolder(), 'data')
  mkdirSync(folder)
  chmodSync(folder, mode)
  return folder
}

test.each([0o755, 0o775, 0o711, 0o704])(
  'a folder of mode %o is told with what to type',
  async (mode) => {
    const dataDir = dataFolder(mode)
    const [told, ...others] = await openToOthers({ dataDir, databaseUrl: `file:${dataDir}/x.db` })
    expect(told).toContain(`chmod 700 '${dataDir}'`)
    expect(others).toEqual([])
    expect(statSync(dataDir).mode & 0o777).toBe(mode)
  },
)

test.each([0o700, 0o750])('one of mode %o is not, whatever is in it', async (mode) => {
  const dataDir = dataFolder(mode)
  writeFileSync(join(dataDir, 'x.db'), '', { mode: 0o644 })
  expect(await openToOthers({ dataDir, databaseUrl: `file:${dataDir}/x.db` })).toEqual([])
  expect(await openToOthers({ dataDir, databaseUrl: ':memory:' })).toEqual([])
})

test('a database elsewhere is told by itself, and the command closes it with all it has', async () => {
  const folder = join(temporaryFolder(), "basis data 'desa'")
  mkdirSync(folder)
  const files = ['votes.db', 'votes.db-wal'].map((name) => join(folder, name))
  for (const file of files) writeFileSync(file, '')
  for (const file of files) chmodSync(file, 0o644)
  const config = { dataDir: dataFolder(0o700), databaseUrl: `file:${files[0]}` }

  chmodSync(folder, 0o700)
  expect(await openToOthers(config)).toEqual([])
  chmodSync(folder, 0o755)
  const [told = '', ...others] = await openToOthers(config)
  expect(others).toEqual([])
  execFileSync('sh', ['-c', told.slice(told.indexOf('chmod'))])
  expect(files.map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600])
  expect(await openToOthers(config)).toEqual([])
})
