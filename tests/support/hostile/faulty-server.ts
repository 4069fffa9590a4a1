import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Ways of a server to go wrong once its script has arrived. */
export type Fault =
  | 'gone'
  | 'silent'
  | 'silent-script'
  | 'html'
  | 'html-without-cors'
  | 'redirect'
  | 'ten-megabytes'
  | 'error-500'
  | 'other-shape'
  | 'null'
  | 'endless'
  | 'reset'
  | 'reset-while-answering'

export interface FaultyServer {
  readonly origin: string
  /** Methods and paths that were asked for, in their order. */
  readonly asked: readonly string[]
  close(): void
}

const HTML = '<!doctype html><title>Portal</title><h1>Silakan masuk</h1>'

/** A server that hands out the script of a real one and then misbehaves in one way. */
export async function faultyServer(fault: Fault, script: string): Promise<FaultyServer> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    if (request.url?.startsWith('/v1/widget.js')) giveScript(fault, script, response, server)
    else MISDEEDS[fault](request, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve)
  })
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function giveScript(fault: Fault, script: string, response: ServerResponse, server: Server): void {
  if (fault === 'silent-script') return
  response.writeHead(200, { 'Content-Type': 'text/javascript', Connection: 'close' })
  response.end(script)
  if (fault === 'gone') server.close()
}

type Misdeed = (request: IncomingMessage, response: ServerResponse) => void

const MISDEEDS: Readonly<Record<Fault, Misdeed>> = {
  gone: (request) => request.socket.destroy(),
  silent: () => undefined,
  'silent-script': () => undefined,
  html: answer(200, 'text/html', HTML),
  'html-without-cors': (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(HTML)
  },
  redirect: (request, response) => {
    response.writeHead(302, { ...cors(request), Location: '/masuk' }).end()
  },
  'ten-megabytes': answer(200, 'application/json', JSON.stringify({ isi: 'x'.repeat(10_000_000) })),
  'error-500': answer(500, 'text/html', '<h1>Internal Server Error</h1>'),
  'other-shape': answer(200, 'application/json', '{"views":"banyak","token":7,"votes":[]}'),
  null: answer(200, 'application/json', 'null'),
  endless(request, response) {
    response.writeHead(200, { ...cors(request), 'Content-Type': 'application/json' })
    response.write('{"article":"')
    const more = setInterval(() => response.write('x'.repeat(1000)), 50)
    response.on('close', () => clearInterval(more))
  },
  reset: (request) => request.socket.resetAndDestroy(),
  'reset-while-answering'(request, response) {
    response.writeHead(200, { ...cors(request), 'Content-Length': '500' })
    response.write('{"article":', () => request.socket.resetAndDestroy())
  },
}

function answer(status: number, type: string, body: string): Misdeed {
  return (request, response) => {
    response.writeHead(status, { ...cors(request), 'Content-Type': type }).end(body)
  }
}

function cors({ headers }: IncomingMessage): Record<string, string> {
  return { 'Access-Control-Allow-Origin': headers.origin ?? '*' }
}
