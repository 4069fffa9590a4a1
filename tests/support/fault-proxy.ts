import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PROBLEMS } from '../../shared/problem.ts'
import { FaultLane, type SteeredFault } from './fault-lane.ts'
import { readerHeaders } from './reader-headers.ts'

export interface FaultProxy {
  /** Such as `http://localhost:43121`; a lane follows, and then a path of the server. */
  readonly origin: string
  end(): void
}

const ADDRESS = /^\/([\w-]+)(\/.*)$/
const OPEN = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After',
}
const TYPES = { html: 'text/html', problem: 'application/problem+json', json: 'application/json' }

/**
 * A real proxy before a real server that goes wrong as it is told. Every page takes a lane of
 * its own, `ORIGIN/LANE/v1/…`; `POST ORIGIN/LANE/faults` steers it, and `GET` answers with the
 * requests that came so far. Every ballot reaches the server from an address of its own, and what
 * names no ballot from its article's: from one, the hour's new articles were soon made.
 */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const lanes = new Map<string, FaultLane>()
  const server = createServer((asked, answer) => {
    const [, name = '', path = ''] = ADDRESS.exec(asked.url ?? '') ?? []
    const lane = lanes.get(name) ?? new FaultLane()
    lanes.set(name, lane)
    const done = path === '/faults' ? steer(lane, asked, answer) : serve(lane, path, asked, answer)
    // A page that was left takes its connection along.
    done.catch(() => answer.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })

  async function serve(
    lane: FaultLane,
    path: string,
    asked: IncomingMessage,
    answer: ServerResponse,
  ): Promise<void> {
    const body = await textOf(asked)
    const { fault, retryAfter } = await lane.take(path, body)
    if (fault === 'down') answer.destroy()
    else if (fault === 'html') say(answer, 200, TYPES.html, '<h1>Masuk ke WiFi</h1>')
    else if (fault === 'closed' || fault === 'storage' || fault === 'rate') {
      const { status, title } = PROBLEMS[fault]
      if (retryAfter !== undefined) answer.setHeader('Retry-After', retryAfter)
      say(answer, status, TYPES.problem, JSON.stringify({ type: fault, status, title }))
    } else {
      const reply = await pass(target + path, asked, fault === 'token' ? withOldToken(body) : body)
      const bytes = await bytesOf(reply)
      if (fault === 'cut') answer.destroy()
      else answer.writeHead(reply.statusCode ?? 500, reply.headers).end(bytes)
    }
  }

  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    end() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function steer(
  lane: FaultLane,
  asked: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  if (asked.method === 'POST') lane.steer(JSON.parse(await textOf(asked)) as SteeredFault)
  say(answer, 200, TYPES.json, JSON.stringify(lane.requests))
}

function pass(url: string, asked: IncomingMessage, body: string): Promise<IncomingMessage> {
  const { method } = asked
  const { host: _, ...headers } = asked.headers
  const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const reader = /"ballot":"([\w-]+)"/.exec(body) ?? /"article":"([^"]+)"/.exec(body)
    const from = readerHeaders(reader?.[1] ?? '')
    const options = { method, headers: { ...headers, ...from, ...length } }
    request(url, options, resolve).on('error', reject).end(body)
  })
}

function withOldToken(body: string): string {
  return JSON.stringify({ ...(JSON.parse(body) as object), token: 'old' })
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function textOf(message: IncomingMessage): Promise<string> {
  return (await bytesOf(message)).toString()
}

function say(answer: ServerResponse, status: number, type: string, body: string): void {
  answer.writeHead(status, { ...OPEN, 'Content-Type': type }).end(body)
}
