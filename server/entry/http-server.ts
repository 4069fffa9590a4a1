import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
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
  const server = createAdaptorServer({
    fetch,
    createServer,
    serverOptions: {
      headersTimeout: HEADERS_TIMEOUT,
      requestTimeout: REQUEST_TIMEOUT,
      connectionsCheckingInterval: CHECK_INTERVAL,
      keepAliveTimeout: KEEP_ALIVE,
      maxHeaderSize: LARGEST_HEADER,
    },
  }) as Server
  server.on('clientError', refuse)

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), DRAIN).unref()
      }),
  }
}

const PROBLEM_OF_CODE: Readonly<Record<string, ProblemType>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'timeout',
  HPE_HEADER_OVERFLOW: 'header-size',
}

/** Answers what never became a request: half of one, or something that isn't HTTP. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const type = PROBLEM_OF_CODE[error.code ?? ''] ?? 'address'
  const { status, title } = PROBLEMS[type]
  const body = JSON.stringify({ type, title, status })
  socket.end(
    `HTTP/1.1 ${status} ${title.replace(/\.$/, '')}\r\n` +
      'Content-Type: application/problem+json\r\nCache-Control: no-store\r\n' +
      `Connection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
