import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { operate } from '../support/operate-command.ts'
import { readRows } from '../support/read-rows.ts'
import { view, vote } from '../support/reader-requests.ts'
import { runProcess } from '../support/running-process.ts'
import { startServer } from '../support/running-server.ts'
import { siteCommand } from '../support/site-command.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ARTICLE = '/to-be-purged'
const ADD = ['add', 'desa', '--name', 'Desa', '--origin', 'https://desa.example.go.id']

/** A stopped server's data: the demo's site with votes, and another one that stays. */
async function twoSites(): Promise<{ dataDir: string; file: string }> {
  const dataDir = temporaryFolder()
  const server = await startServer(dataDir, { PUBLIC_URL: 'http://localhost' })
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  const token = await view(server.origin, ARTICLE)
  for (const reader of [1, 2, 3]) {
    expect(await vote(server.origin, ARTICLE, token, reader)).toBe(200)
  }
  expect(await server.end('SIGTERM')).toBe(0)
  expect((await siteCommand(dataDir, ...ADD)).code).toBe(0)
  return { dataDir, file: join(dataDir, 'tanggapan.db') }
}

/** How many rows each table has. */
function rowsIn(file: string): Record<string, unknown> {
  const tables = readRows(file, "select name from sqlite_master where type = 'table'")
  const counts = tables.map(({ name }) => `(select count(*) from "${name}") as "${name}"`)
  return readRows(file, `select ${counts.join(', ')}`)[0] as Record<string, unknown>
}

test('a site goes with every row of its own, and the audit log says what went', async () => {
  const { dataDir, file } = await twoSites()
  const before = rowsIn(file)
  const { code, said } = await operate(dataDir, ['purge', 'bojonegoro', '--yes', '--json'])
  expect(code, said).toBe(0)
  const removed = { articles: 2, opening_balances: 1, origins: 1, sites: 1, tallies: 1, votes: 3 }
  expect(JSON.parse(said)).toMatchObject({ site: 'bojonegoro', removed })

  expect(rowsIn(file)).toEqual({
    ...Object.fromEntries(Object.keys(before).map((table) => [table, 0])),
    ...{ audit: 1, instance: before['instance'], migrations: before['migrations'] },
    // The setup code of a start is the server's own.
    ...{ origins: 1, sites: 1, passes: 1 },
  })
  expect(readRows(file, 'select key from sites')).toEqual([{ key: 'desa' }])
  expect(readRows(file, 'select actor, action, site, votes, note from audit')).toEqual([
    {
      ...{ actor: 'operator', action: 'purge', site: 'bojonegoro', votes: 3 },
      note: expect.stringMatching(/votes 3.*sites 1/),
    },
  ])
  // Not in the free space of the file either.
  expect(readFileSync(file).includes(ARTICLE)).toBe(false)
})

test('the demo that was purged is not made again', async () => {
  const { dataDir, file } = await twoSites()
  expect((await operate(dataDir, ['purge', '--demo', '--yes'])).code).toBe(0)
  const server = runProcess(['dist/node/node.js'], { DATA_DIR: dataDir, PORT: '0' })
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  const [, origin = ''] = await server.says(/address\s+(http:\/\/\S+)/)
  await server.says(/database/)
  expect(server.said()).not.toContain('/demo/')
  expect((await fetch(`${origin}/readyz`)).status).toBe(200)
  expect(await server.end('SIGTERM')).toBe(0)
  expect(readRows(file, 'select key from sites')).toEqual([{ key: 'desa' }])
})

test.each([
  [['purge', 'bojonegoro'], /votes 3(.|\n)*Nothing was removed: add --yes/],
  [['purge', 'kota', '--yes'], /^There is no site kota\.$/m],
  [['purge', '--yes'], /^Name a site, or take --demo or --sample\.$/m],
  [['purge', 'desa', '--demo', '--yes'], /^Name a site, or take --demo or --sample\.$/m],
])('%j removes nothing', async (args, pattern) => {
  const { dataDir, file } = await twoSites()
  const before = rowsIn(file)
  const { code, said } = await operate(dataDir, args)
  expect(said).toMatch(pattern)
  expect(code).toBe(1)
  expect(rowsIn(file)).toEqual(before)
})
