import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { view, vote } from '../support/reader-requests.ts'
import { type RunningProcess, runProcess } from '../support/running-process.ts'
import { startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const STARTED = /demo\s+(http:\/\/\S+)\/demo\//
const OWNER_ONLY = 0o600

function attempt(dataDir: string): RunningProcess {
  const server = runProcess(['dist/node/node.js'], { DATA_DIR: dataDir, PORT: '0' })
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  return server
}

test.each([
  ['empty', ''],
  ['a line without a secret', '\n'],
  ['cut short', 'q3J5xkV1'],
])('a secret file that is %s is refused and left as it is', async (_, text) => {
  const dataDir = temporaryFolder()
  const path = join(dataDir, 'secret')
  writeFileSync(path, text)
  const server = attempt(dataDir)
  const code = await new Promise((resolve) => server.child.once('close', resolve))
  expect(code).toBe(1)
  expect(server.said()).toMatch(/^The secret in \S+ is incomplete\. .*\n$/)
  expect(server.said()).toContain(path)
  expect(readFileSync(path, 'utf8')).toBe(text)
  expect(readdirSync(dataDir)).toEqual(['secret'])
})

test('however often a first start is killed, the next one finds a whole secret or none', async () => {
  for (let kill = 0; kill < 10; kill++) {
    const dataDir = join(temporaryFolder(), 'data')
    mkdirSync(dataDir)
    const server = attempt(dataDir)
    // From before the secret is made until after.
    await new Promise((resolve) => setTimeout(resolve, 30 + 12 * kill))
    await server.end('SIGKILL')
    const kept = readdirSync(dataDir).includes('secret')
    if (kept) expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toMatch(/^[\w-]{43}\n$/)
    const next = await startServer(dataDir)
    expect(await next.end('SIGTERM')).toBe(0)
  }
})

test('first starts at the same moment keep to one secret, which only its owner may read', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const servers = Array.from({ length: 4 }, () => attempt(dataDir))
  const outcomes = await Promise.allSettled(servers.map((server) => server.says(STARTED)))
  const [winner, ...others] = outcomes.filter((outcome) => outcome.status === 'fulfilled')
  expect(others).toEqual([])
  const origin = winner?.value[1] ?? ''

  const token = await view(origin, '/secret')
  expect(await vote(origin, '/secret', token, 1)).toBe(200)
  await Promise.all(servers.map((server) => server.end('SIGTERM')))
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(OWNER_ONLY)
  expect(readdirSync(dataDir).filter((name) => name.startsWith('secret'))).toEqual(['secret'])

  // Under another secret the server would not start, and the token would be forged.
  const again = await startServer(dataDir)
  expect(await vote(again.origin, '/secret', token, 1)).toBe(200)
  expect(await again.end('SIGTERM')).toBe(0)
})
