import { beforeAll, describe, expect, test } from 'vitest'
import { folderForAll } from '../support/folder-for-all.ts'
import { type HalfOpenConnection, openHalfOpen } from '../support/half-open-connection.ts'
import { view } from '../support/reader-requests.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

const dataDir = folderForAll()
let server: RunningServer

beforeAll(async () => {
  server = await startServer(dataDir)
  return async () => {
    await server.end('SIGKILL')
  }
})

const headers = () =>
  `Host: ${new URL(server.origin).host}\r\nOrigin: ${server.origin}\r\nContent-Type: text/plain\r\n`
const half = () => `POST /v1/votes HTTP/1.1\r\n${headers()}Content-Length: 100\r\n\r\n{"site":`
const halfInChunks = () =>
  `POST /v1/votes HTTP/1.1\r\n${headers()}Transfer-Encoding: chunked\r\n\r\n8\r\n{"site":\r\n`
const halfHead = () => `POST /v1/votes HTTP/1.1\r\n${headers()}`

/** What a refusal says: its status, its type, and whether a page of another origin may read it. */
function told(reply: string) {
  const [head = '', body = ''] = reply.split('\r\n\r\n')
  const { type, status, title } = JSON.parse(body) as Record<string, unknown>
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(head).toMatch(/^content-type: application\/problem\+json\r?$/im)
  expect(title).toMatch(/^[A-Z].+\.$/)
  return { status, type, readable: /^access-control-allow-origin: \S+\r?$/im.test(head) }
}

describe('a refused client that never hangs up', () => {
  test.each([
    ['garbage', () => 'bukan permintaan\r\n\r\n'],
    ['half the headers', halfHead],
    ['half a body', half],
  ])('is let go: %s', async (_, beginning) => {
    const connection = await openHalfOpen(server.origin)
    connection.send(beginning())
    expect(told(await connection.ended())).toMatchObject({ readable: true })
    await connection.broken()
  })
})

describe('a client that goes away', () => {
  test.each([
    ['half-way through a body', half],
    ['half-way through a body in chunks', halfInChunks],
    ['half-way through the headers', halfHead],
  ])('%s is no fault', async (_, beginning) => {
    const said = server.said().length
    const connections: HalfOpenConnection[] = []
    for (let i = 0; i < 20; i++) {
      const connection = await openHalfOpen(server.origin)
      connection.send(beginning())
      connections.push(connection)
    }
    // Answered behind them, so that the server has read what they sent.
    await view(server.origin, '/gone')
    for (const { socket } of connections) socket.resetAndDestroy()
    for (let i = 0; i < 20; i++) await view(server.origin, '/gone')
    expect(server.said().slice(said)).not.toContain('"level":"error"')
  })
})

describe('a request whose address cannot be read', () => {
  const to = (path: string) =>
    `GET ${path} HTTP/1.1\r\nHost: ${new URL(server.origin).host}\r\n\r\n`
  const of = (host: string) => `GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`

  test.each([
    ['a NUL', () => to('/v1/\u0000')],
    ['no slash', () => to('v1/votes')],
    ['a backslash', () => to('/v1\\votes')],
    ['the whole server', () => to('*')],
    ['no host', () => 'GET /healthz HTTP/1.1\r\n\r\n'],
    ['an empty host', () => of('')],
    ['a path for a host', () => of('x/v1/votes?')],
    ['a user for a host', () => of('user@x')],
    ['a space in the host', () => of('a b')],
  ])('is refused in the form of every refusal: %s', async (_, text) => {
    const connection = await openHalfOpen(server.origin)
    connection.send(text())
    const refused = { status: 400, type: 'address', readable: true }
    expect(told(await connection.replied())).toEqual(refused)
  })

  test('and one that is too long may be read by the page that sent it', async () => {
    const connection = await openHalfOpen(server.origin)
    connection.send(to(`/v1/sites/bojonegoro/tallies?article=/${'a'.repeat(16_384)}`))
    const refused = { status: 431, type: 'header-size', readable: true }
    expect(told(await connection.replied())).toEqual(refused)
  })
})
