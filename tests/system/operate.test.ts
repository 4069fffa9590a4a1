import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { operate } from '../support/operate-command.ts'
import { view, vote } from '../support/reader-requests.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const PERMISSIONS = 0o777

async function start(dataDir: string, variables = {}): Promise<RunningServer> {
  const server = await startServer(dataDir, { LOG_LEVEL: 'error', ...variables })
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  return server
}

/** Backs up, which only works on a database that nobody else holds, or through its server. */
async function backsUp(dataDir: string): Promise<boolean> {
  const file = join(temporaryFolder(), 'a.backup')
  const { code, said } = await operate(dataDir, ['backup', file, '--json'])
  expect(code, said).toBe(0)
  return statSync(file).size > 0
}

/** Status of a request to a server's socket. */
function ask(socketPath: string, method: string, path: string, body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = request({ socketPath, method, path, agent: false }, (reply) => {
      reply.resume().once('end', () => resolve(reply.statusCode ?? 0))
    })
    sending.once('error', reject)
    sending.end(body)
  })
}

test('a command reaches the running server, which goes on, and the stopped one as well', async () => {
  const dataDir = temporaryFolder()
  const server = await start(dataDir)
  const socket = join(dataDir, 'control.sock')
  expect(statSync(socket).isSocket()).toBe(true)
  expect(statSync(socket).mode & PERMISSIONS).toBe(0o600)

  expect(await backsUp(dataDir)).toBe(true)
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200)
  expect(await server.end('SIGTERM')).toBe(0)
  expect(existsSync(socket)).toBe(false)
  expect(await backsUp(dataDir)).toBe(true)
})

test('the socket that a killed server left behind is taken over', async () => {
  const dataDir = temporaryFolder()
  await (await start(dataDir)).end('SIGKILL')
  expect(existsSync(join(dataDir, 'control.sock'))).toBe(true)
  expect(await backsUp(dataDir)).toBe(true)
  await start(dataDir)
  expect(await backsUp(dataDir)).toBe(true)
})

test('a data folder whose path is too long for a socket names another place', async () => {
  const dataDir = join(temporaryFolder(), 'd'.repeat(120))
  mkdirSync(dataDir)
  const server = await start(dataDir)
  const pointer = join(dataDir, 'control.path')
  const socket = readFileSync(pointer, 'utf8').trim()
  expect(statSync(socket).mode & PERMISSIONS).toBe(0o600)
  expect(statSync(join(socket, '..')).mode & PERMISSIONS).toBe(0o700)
  expect(await backsUp(dataDir)).toBe(true)
  expect(await server.end('SIGTERM')).toBe(0)
  expect([existsSync(socket), existsSync(join(socket, '..')), existsSync(pointer)]).toEqual([
    false,
    false,
    false,
  ])
})

test('a folder in which another server takes commands is refused', async () => {
  const dataDir = temporaryFolder()
  const other = createServer().listen(join(dataDir, 'control.sock'))
  onTestFinished(() => void other.close())
  await expect(start(dataDir)).rejects.toThrow(
    /Another server takes commands in .*give this one its own DATA_DIR/,
  )
})

test('the socket takes nothing but the commands', async () => {
  const dataDir = temporaryFolder()
  const { origin } = await start(dataDir)
  const socket = join(dataDir, 'control.sock')
  const nothing = [
    ['GET', '/backup'],
    ['POST', '/'],
    ['POST', '/restore'],
    ['POST', '/constructor'],
    ['POST', '/../backup'],
  ] as const
  for (const [method, path] of nothing) expect(await ask(socket, method, path)).toBe(404)
  // Neither half a request nor a body that is no JSON does it any harm.
  expect(await ask(socket, 'POST', '/backup', '{')).toBe(200)
  const half = connect(socket)
  half.write('POST /backup HTTP/1.1\r\nContent-Len')
  await new Promise<void>((resolve) => half.end(resolve))
  const token = await view(origin, '/after')
  expect(await vote(origin, '/after', token, 1)).toBe(200)
})

test.each([
  [[], /^Usage:\n {2}npm run operate -- /],
  [['vanish'], /^Usage:/],
  [['constructor'], /^Usage:/],
  [['backup'], /^Usage: npm run operate -- backup FILE/],
  [['backup', 'a', 'b'], /^Usage: npm run operate -- backup FILE/],
  [['backup', 'a', '--colour'], /--colour(.|\n)*Usage: npm run operate -- backup FILE/],
  [['rollback', 'now'], /^Usage: npm run operate -- rollback/],
])('%j is no command: it ends with 2 and says what there is', async (args, pattern) => {
  const dataDir = join(temporaryFolder(), 'data')
  const { code, said } = await operate(dataDir, args)
  expect(said).toMatch(pattern)
  expect(code).toBe(2)
  expect(said).not.toContain('    at ')
  expect(existsSync(dataDir)).toBe(false)
})

test('where there is no database, none is made', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const { code, said } = await operate(dataDir, ['backup', join(dataDir, 'a.backup')])
  expect({ code, said }).toEqual({
    code: 1,
    said: `There is no database at file:${dataDir}/tanggapan.db.\n`,
  })
  expect(existsSync(dataDir)).toBe(false)
})
