import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { talliesPath, VIEWS_PATH, VOTES_PATH } from '../../shared/paths.ts'
import { readRows } from '../support/read-rows.ts'
import { runProcess } from '../support/running-process.ts'
import { startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ORIGIN = 'https://desa.example.go.id'
const ADD = ['add', 'desa', '--name', 'Desa Contoh', '--origin', ORIGIN]

/** Runs the command; resolves with its exit code and what it said. */
async function site(dataDir: string, ...args: readonly string[]) {
  const command = runProcess(['dist/node/cli.js', ...args], { DATA_DIR: dataDir })
  const code = await new Promise((resolve) => command.child.once('close', resolve))
  return { code, said: command.said() }
}

async function start(dataDir: string) {
  const server = await startServer(dataDir)
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  return server
}

function post(origin: string, path: string, body: object, from = ORIGIN): Promise<Response> {
  const headers = { Origin: from, 'Content-Type': 'text/plain' }
  return fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

test('a site that was added is listed, and the server serves it', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const wildcard = 'https://*.kecamatan.example.go.id'
  const added = await site(dataDir, ...ADD, '--origin', wildcard, '--zone', 'Asia/Jayapura')
  expect(added).toMatchObject({ code: 0, said: expect.stringContaining('desa  Desa Contoh') })
  const listed = await site(dataDir, 'list')
  expect(listed.code).toBe(0)
  expect(listed.said).toMatch(/^desa {2}Desa Contoh {2}/)
  expect(listed.said.trim().split(/ +/).slice(-2).sort()).toEqual([wildcard, ORIGIN].sort())

  const { origin } = await start(dataDir)
  const seen = { site: 'desa', article: '/berita/satu', visit: 'new' }
  const view = await post(origin, VIEWS_PATH, seen)
  expect(view.status).toBe(200)
  const { token, article } = (await view.json()) as { token: string; article: string }
  expect(article).toBe('desa.example.go.id/berita/satu')
  const vote = { site: 'desa', article, ballot: 'b'.repeat(22), turn: 1, choice: 'puas', token }
  expect((await post(origin, VOTES_PATH, vote)).status).toBe(200)
  expect((await post(origin, VIEWS_PATH, seen, 'https://a.kecamatan.example.go.id')).status).toBe(
    200,
  )
  expect((await post(origin, VIEWS_PATH, seen, 'https://elsewhere.example')).status).toBe(403)
  const tallies = await fetch(`${origin}${talliesPath('desa')}?article=/berita/satu`)
  expect(await tallies.json()).toMatchObject({ tallies: [{ article, views: 2, responses: 1 }] })
})

test('beside a running server it is refused and changes nothing', async () => {
  const dataDir = temporaryFolder()
  const server = await start(dataDir)
  for (const args of [ADD, ['list']]) {
    const { code, said } = await site(dataDir, ...args)
    expect(code).toBe(1)
    expect(said).toMatch(/^The database is in use by another process\. Stop that one first/)
  }
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200)
  expect(await server.end('SIGTERM')).toBe(0)
  const sites = readRows(join(dataDir, 'tanggapan.db'), 'select key from sites')
  expect(sites).toEqual([{ key: 'bojonegoro' }])

  expect((await site(dataDir, ...ADD)).code).toBe(0)
  const { origin } = await start(dataDir)
  const seen = { site: 'desa', article: '/', visit: 'new' }
  expect((await post(origin, VIEWS_PATH, seen)).status).toBe(200)
})

test('a key that is taken stays with its site', async () => {
  const dataDir = temporaryFolder()
  expect((await site(dataDir, ...ADD)).code).toBe(0)
  const again = await site(dataDir, 'add', 'desa', '--name', 'Lain', '--origin', 'https://lain.id')
  expect(again.code).toBe(1)
  expect(again.said).toMatch(/^There is a site desa already; nothing was changed\.$/m)
  expect((await site(dataDir, 'list')).said).toBe(`desa  Desa Contoh  ${ORIGIN}\n`)
})

test.each([
  [[], /^Usage:/],
  [['remove', 'desa'], /^Usage:/],
  [['add'], /^KEY is .*\n--name is missing\.\n--origin is missing\.\n/],
  [['add', 'Desa!', '--name', 'Desa', '--origin', ORIGIN], /^KEY is lower-case/],
  [['add', 'desa', '--name', ' ', '--origin', ORIGIN], /^--name is missing/],
  [['add', 'desa', '--name', 'Desa', '--origin', `${ORIGIN}/`], /^--origin .* is not an origin/],
  [['add', 'desa', '--name', 'Desa', '--origin', 'https://*.desa.id'], /^--origin .* is not/],
  [[...ADD, '--zone', 'Asia/Nowhere'], /^--zone Asia\/Nowhere is not a time zone/],
  [[...ADD, '--colour', 'red'], /--colour/],
])('%j is refused with what is wrong', async (args, pattern) => {
  const dataDir = temporaryFolder()
  const { code, said } = await site(dataDir, ...args)
  expect(code).toBe(1)
  expect(said).toMatch(pattern)
  expect(said).not.toContain('    at ')
  expect((await site(dataDir, 'list')).said).toBe('')
})
