import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener, RequestError } from '@hono/node-server'
import { PROBLEMS, type ProblemType } from '../../shared/problem.ts'

/** Limits against clients that hold a connection by sending slowly, in milliseconds. */
const HEADERS_TIMEOUT = 5_000
const REQUEST_TIMEOUT = 10_000
/** How often the limits are looked at. */
const CHECK_INTERVAL = 1_000
const KEEP_ALIVE = 30_000
/** Largest request line and headers, in bytes: a listing of 100 articles fits. */
const LARGEST_HEADER = 16 * 1024
/** How long requests under way may take to finish at the end, in milliseconds. */
const DRAIN = 5_000
/** How often connections that became idle are closed meanwhile. */
const SWEEP_INTERVAL = 50

export interface HttpServer {
  readonly port: number
  /** Takes no new requests, lets those under way finish, then closes every connection. */
  close(): Promise<void>
}

/** Serves an app over HTTP/1.1. @throws the system's error, such as EADDRINUSE */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<HttpServer> {
  const limits = {
    headersTimeout: HEADERS_TIMEOUT,
    requestTimeout: REQUEST_TIMEOUT,
    connectionsCheckingInterval: CHECK_INTERVAL,
    keepAliveTimeout: KEEP_ALIVE,
    maxHeaderSize: LARGEST_HEADER,
  }
  const server = createServer(limits, getRequestListener(fetch, { errorHandler: problemOf }))
  server.on('clientError', refuse)

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.prependListener('request', (_, response: ServerResponse) => {
          response.setHeader('Connection', 'close')
        })
        // A request that came before this leaves its connection open, idle from then on.
        const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_INTERVAL)
        const end = setTimeout(() => server.closeAllConnections(), DRAIN)
        server.close(() => {
          clearInterval(sweep)
          clearTimeout(end)
          resolve()
        })
      }),
  }
}

const PROBLEM_OF_CODE: Readonly<Record<string, ProblemType>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'timeout',
  HPE_HEADER_OVERFLOW: 'header-size',
}

/** Answers what the way to the app refuses, such as an address that is none. */
function problemOf(reason: unknown): Response {
  const { status, body } = problem(reason instanceof RequestError ? 'address' : 'fault')
  const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' }
  return new Response(body, { status, headers })
}

/** Answers what never became a request: half of one, or something that isn't HTTP. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { status, title, body } = problem(PROBLEM_OF_CODE[error.code ?? ''] ?? 'address')
  socket.end(
    `HTTP/1.1 ${status} ${title.replace(/\.$/, '')}\r\n` +
      'Content-Type: application/problem+json\r\nCache-Control: no-store\r\n' +
      `Connection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}

function problem(type: ProblemType) {
  const { status, title } = PROBLEMS[type]
  return { status, title, body: JSON.stringify({ type, title, status }) }
}
