import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readerHeaders } from './reader-headers.ts'

export interface ReaderProxy {
  readonly origin: string
  end(): void
}

/**
 * A proxy before a server on its machine. Whatever browsers of this machine ask comes from
 * one address otherwise; here each article has a reader, with an address of their own.
 */
export async function startReaderProxy(target: string): Promise<ReaderProxy> {
  const server = createServer((asked, answer) => {
    // A page that was left takes its connection along.
    pass(target, asked, answer).catch(() => answer.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    end() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function pass(target: string, asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of asked) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const [, article = ''] = /"article":"([^"]*)"/.exec(body.toString()) ?? []
  const { host: _, ...headers } = asked.headers
  const { 'X-Forwarded-For': address } = readerHeaders(article)
  const sending = request(target + (asked.url ?? ''), {
    method: asked.method,
    headers: { ...headers, 'X-Forwarded-For': address },
  })
  sending.on('error', () => answer.destroy())
  sending.on('response', (reply) => {
    answer.writeHead(reply.statusCode ?? 500, reply.headers)
    reply.pipe(answer)
  })
  sending.end(body)
}
