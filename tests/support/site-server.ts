import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecure } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Certificate } from './certificate.ts'

/** A site's own web server, and what it was asked. */
export interface SiteServer {
  readonly port: number
  /** Requests so far: their addresses and headers. */
  readonly asked: { readonly url: string; readonly headers: Record<string, unknown> }[]
  /** Connections so far, those that never asked anything too. */
  connections(): number
  close(): Promise<void>
}

/** @param host the loopback address that it answers at */
export async function startSite(
  answer: RequestListener,
  certificate?: Certificate,
  host = '127.0.0.1',
): Promise<SiteServer> {
  const asked: SiteServer['asked'] = []
  let connections = 0
  const listener: RequestListener = (request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers })
    answer(request, response)
  }
  const server: Server = certificate
    ? createSecure({ ...certificate }, listener)
    : createServer(listener)
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
