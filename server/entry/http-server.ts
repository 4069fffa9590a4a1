import { createServer, type ServerResponse, STATUS_CODES } from 'node:http'
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
/** How long a refused client may take to end its side of the connection, in milliseconds. */
const LINGER = 1_000
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
    // Refused by `problemOf`, with every other address that can't be read.
    requireHostHeader: false,
  }
  const server = createServer(limits, getRequestListener(fetch, { errorHandler: problemOf }))
  server.on('clientError', refuse)
  // Whatever a request expects, it gets our answer; Node's own would be no problem document.
  server.on('checkExpectation', (...asked) => server.emit('request', ...asked))

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
  const { body, ...init } = problem(reason instanceof RequestError ? 'address' : 'fault')
  return new Response(body, init)
}

/** Answers what never became a request: half of one, or something that isn't HTTP. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { status, headers, body } = problem(PROBLEM_OF_CODE[error.code ?? ''] ?? 'address')
  const lines = Object.entries({ ...headers, Connection: 'close' }).map((line) => line.join(': '))
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'))
  // Time to read the answer; without an end the one who never hangs up keeps the socket for good.
  setTimeout(() => socket.destroy(), LINGER).unref()
}

function problem(type: ProblemType) {
  const { status, title } = PROBLEMS[type]
  const body = JSON.stringify({ type, title, status })
  const headers = {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    // Who asks isn't known here. The widget may read what went wrong; there's nothing else in it.
    'Access-Control-Allow-Origin': '*',
    'Content-Length': String(Buffer.byteLength(body)),
  }
  return { status, headers, body }
}
