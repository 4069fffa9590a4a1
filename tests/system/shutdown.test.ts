import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { VOTES_PATH } from '../../shared/paths.ts'
import { readRows } from '../support/read-rows.ts'
import { readerHeaders } from '../support/reader-headers.ts'
import { view, voteBody } from '../support/reader-requests.ts'
import { ripeTokens } from '../support/ripe-tokens.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SIGNALS = ['SIGTERM', 'SIGINT'] as const
const ARTICLE = '/last'
const READERS = 20
/** Less than the five seconds that a request under way is given, in milliseconds. */
const SOON = 4900
/** Less than what a request is given that nobody ends, and far more than those five seconds. */
const LATE = 9500
const TROUBLE = /abort|error|terminate|uncaught| {4}at /i

async function start(dataDir: string): Promise<RunningServer> {
  const server = await startServer(dataDir)
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  return server
}

function stored(dataDir: string) {
  const sql = `
    select t.views, t.puas from totals t join articles a on a.id = t.article
    where a.key like '%${ARTICLE}'`
  return readRows(join(dataDir, 'tanggapan.db'), sql)
}

/** A vote whose body is still to come; resolves when the server has begun to wait for it. */
async function beginVote(
  agent: Agent,
  origin: string,
  length: number,
  reader: number,
): Promise<ClientRequest> {
  const headers = {
    ...readerHeaders(reader),
    Origin: origin,
    'Content-Type': 'text/plain',
    'Content-Length': length,
    Expect: '100-continue',
  }
  const sending = request(`${origin}${VOTES_PATH}`, { agent, method: 'POST', headers })
  await new Promise((resolve, reject) => {
    sending.once('continue', () => resolve(undefined))
    sending.once('error', reject)
    sending.flushHeaders()
  })
  return sending
}

async function finishVote(sending: ClientRequest, body: string): Promise<number | undefined> {
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    sending.once('response', resolve)
    sending.once('error', reject)
    sending.end(body)
  })
  reply.resume()
  return reply.statusCode
}

/** Resolves when nobody listens at an address any more. */
async function refusesConnections(origin: string): Promise<void> {
  const { hostname, port } = new URL(origin)
  for (;;) {
    const refused = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: hostname, port: Number(port) })
      socket.once('error', () => resolve(true))
      socket.once('connect', () => {
        socket.destroy()
        resolve(false)
      })
    })
    if (refused) return
  }
}

function keepAliveAgent(): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: READERS })
  onTestFinished(() => agent.destroy())
  return agent
}

test.each(SIGNALS)(
  '%s puts the views of the last moment on disk and ends clean',
  async (signal) => {
    const dataDir = temporaryFolder()
    const server = await start(dataDir)
    await Promise.all(Array.from({ length: READERS }, () => view(server.origin, ARTICLE)))

    expect(await server.end(signal)).toBe(0)
    expect(stored(dataDir)).toEqual([{ views: READERS, puas: 0 }])
    expect(server.said()).not.toMatch(TROUBLE)
  },
)

test.each(SIGNALS)('votes under way at %s are answered and stored', async (signal) => {
  const dataDir = temporaryFolder()
  const server = await start(dataDir)
  await view(server.origin, ARTICLE)
  const tokenOf = ripeTokens(dataDir)
  const agent = keepAliveAgent()
  const bodies = Array.from({ length: READERS }, (_, reader) =>
    JSON.stringify(voteBody(ARTICLE, tokenOf(new URL(server.origin).host + ARTICLE), reader)),
  )
  const votes = await Promise.all(
    bodies.map((body, i) => beginVote(agent, server.origin, Buffer.byteLength(body), i)),
  )

  const before = performance.now()
  const ended = server.end(signal)
  await refusesConnections(server.origin)
  expect(server.child.exitCode).toBeNull()
  const statuses = await Promise.all(votes.map((vote, i) => finishVote(vote, bodies[i] ?? '')))
  expect(statuses).toEqual(Array(READERS).fill(200))

  expect(await ended).toBe(0)
  expect(performance.now() - before).toBeLessThan(SOON)
  expect(stored(dataDir)).toEqual([{ views: 1, puas: READERS }])
  expect(server.said()).not.toMatch(TROUBLE)
})

test('idle connections and a second signal hold nothing up', async () => {
  const server = await start(temporaryFolder())
  const agent = keepAliveAgent()
  await Promise.all(
    Array.from({ length: READERS }, () => {
      return new Promise((resolve, reject) => {
        const asked = request(`${server.origin}/healthz`, { agent }, (reply) => {
          reply.resume().once('end', resolve)
        })
        asked.once('error', reject).end()
      })
    }),
  )
  expect(Object.values(agent.freeSockets).flat().length).toBeGreaterThan(0)

  const before = performance.now()
  server.child.kill('SIGTERM')
  expect(await server.end('SIGTERM')).toBe(0)
  expect(performance.now() - before).toBeLessThan(SOON)
})

test('a client that never finishes is waited for no longer than five seconds', async () => {
  const server = await start(temporaryFolder())
  const stuck = await beginVote(keepAliveAgent(), server.origin, 100, 1)
  stuck.on('error', () => undefined)

  const before = performance.now()
  expect(await server.end('SIGTERM')).toBe(0)
  expect(performance.now() - before).toBeGreaterThan(4000)
  expect(performance.now() - before).toBeLessThan(LATE)
})
