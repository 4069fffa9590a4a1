import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A webhook as it came in. */
export interface ReceivedWebhook {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/**
 * A receiver on this machine.
 * @param statuses of its answers in turn, the last one from then on; 0 for no answer
 */
export async function startReceiver(...statuses: readonly number[]) {
  const received: ReceivedWebhook[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (piece: string) => {
      body += piece
    })
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request
      received.push({ method, path, headers, body })
      const status = statuses[Math.min(received.length, statuses.length) - 1] ?? 200
      if (status === 0) return
      response.writeHead(status, { Location: '/elsewhere' }).end('thanks')
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { received, address: `http://127.0.0.1:${port}/pesan?a=1` }
}
