import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { VIEWS_PATH, VOTES_PATH } from '../../shared/paths.ts'
import { rawConnection } from '../support/raw-connection.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

/** How late a busy machine may be, in seconds. */
const MACHINE = 15

const folder = mkdtempSync(join(tmpdir(), 'tanggapan-'))
let server: RunningServer

beforeAll(async () => {
  server = await startServer(folder)
})
afterAll(async () => {
  await server?.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

/** Head of a write by a page of the demo's site, as far as the length of its body. */
function head(path: string, length: number): string {
  return [
    `POST ${path} HTTP/1.1`,
    'Host: localhost',
    `Origin: ${server.origin}`,
    'Content-Type: text/plain',
    `Content-Length: ${length}`,
    '\r\n',
  ].join('\r\n')
}

/** The status and the problem's type of a refusal, and how long it took in seconds. */
async function refusal(bytes: string | Buffer) {
  const before = performance.now()
  const text = await rawConnection(server.origin, bytes).closed()
  const seconds = (performance.now() - before) / 1000
  const [, status, body = ''] = /^HTTP\/1\.1 (\d+)[\s\S]*?\r\n\r\n([\s\S]*)$/.exec(text) ?? []
  expect(text).toContain('Content-Type: application/problem+json')
  return { status, type: (JSON.parse(body) as { type: string }).type, seconds }
}

async function healthy(): Promise<boolean> {
  return (await fetch(`${server.origin}/readyz`)).ok && server.child.exitCode === null
}

test('half a body and headers without an end are given up and told so', async () => {
  const [body, headers] = await Promise.all([
    refusal(`${head(VOTES_PATH, 100)}{"site":`),
    refusal(`POST ${VOTES_PATH} HTTP/1.1\r\nHost: localhost\r\nX-Slow:`),
  ])
  expect(body).toMatchObject({ status: '408', type: 'timeout' })
  expect(body.seconds).toBeGreaterThan(9)
  expect(body.seconds).toBeLessThan(MACHINE + 10)
  expect(headers).toMatchObject({ status: '408', type: 'timeout' })
  expect(headers.seconds).toBeGreaterThan(4)
  expect(headers.seconds).toBeLessThan(MACHINE + 5)
  expect(await healthy()).toBe(true)
})

test.each([
  [
    'headers past 16 KB',
    `GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(17_000)}\r\n\r\n`,
    '431',
    'header-size',
  ],
  [
    'an address past 16 KB',
    `GET /${'x'.repeat(17_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
    '431',
    'header-size',
  ],
  ['what is no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n\r\n', '400', 'address'],
  ['the beginning of TLS', Buffer.from('160301020001000001fc0303', 'hex'), '400', 'address'],
  ['a NUL in the path', 'GET /v1/\0votes HTTP/1.1\r\nHost: localhost\r\n\r\n', '400', 'address'],
])('%s is refused at once and the connection closed', async (_, bytes, status, type) => {
  expect(await refusal(bytes)).toMatchObject({ status, type })
  expect(await healthy()).toBe(true)
})

test.each(['//v1/votes', '/v1/%76otes', '/%zz', '/%00', '/demo/..%2f..%2fetc/passwd', '*'])(
  'GET %s finds nothing',
  async (path) => {
    const request = `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`
    const text = await rawConnection(server.origin, request).closed()
    expect(text).toMatch(/^HTTP\/1\.1 40[04] /)
    expect(text.toLowerCase()).toContain('content-type: application/problem+json')
    expect(await healthy()).toBe(true)
  },
)

test('POST //v1/votes and POST /v1/%76otes are not the address of a vote', async () => {
  for (const path of ['//v1/votes', '/v1/%76otes']) {
    const connection = rawConnection(server.origin, `${head(path, 2)}{}`)
    expect(await connection.receives(/"status":\d+/)).toMatch(/^HTTP\/1\.1 404 /)
  }
})

test('a body of 10 MB is refused before any of it has come, and is not waited for', async () => {
  const connection = rawConnection(server.origin, head(VIEWS_PATH, 10_000_000))
  expect(await connection.receives(/"type":"body-size"/)).toMatch(/^HTTP\/1\.1 413 /)

  const refused = performance.now()
  connection.socket.write(Buffer.alloc(1_000_000, 'x'))
  await connection.closed()
  // Were the rest of it waited for, that would be for ten seconds.
  expect(performance.now() - refused).toBeLessThan(9500)
  expect(await healthy()).toBe(true)
})

test('a body of 10 GB that keeps coming is cut off', async () => {
  const SIZE = 10_000_000_000
  const connection = rawConnection(server.origin, head(VIEWS_PATH, SIZE))
  const { socket } = connection
  const closed = connection.closed()
  const chunk = Buffer.alloc(64 * 1024, 'x')
  const drained = () => once(socket, 'drain').catch(() => undefined)
  let sent = 0
  while (sent < SIZE && !socket.destroyed) {
    if (!socket.write(chunk)) await Promise.race([drained(), closed])
    sent += chunk.length
  }
  expect(sent).toBeLessThan(SIZE / 10)
  expect(await healthy()).toBe(true)
})
