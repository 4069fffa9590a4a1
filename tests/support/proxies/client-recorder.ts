import { Hono } from 'hono'
import { onTestFinished } from 'vitest'
import type { IpNetwork } from '../../../server/domain/client/ip-network.ts'
import { createProxyNotices } from '../../../server/domain/client/proxy-notices.ts'
import { listen } from '../../../server/entry/http-server.ts'
import { nodePeer } from '../../../server/entry/node-peer.ts'
import { createClientOf } from '../../../server/guards/client.ts'

/** What the server makes of a request that reached it. */
export interface RecordedClient {
  readonly address: string | null
  readonly userAgent: string
  readonly headers: Readonly<Record<string, string>>
}

/** A server that answers every request with whose it takes it for; its port is the result. */
export async function startClientRecorder(trustedProxies: readonly IpNetwork[]): Promise<number> {
  const proxyNotices = createProxyNotices(trustedProxies, Date.now, () => undefined)
  const clientOf = createClientOf(nodePeer, { trustedProxies, proxyNotices })
  const app = new Hono()
  app.all('*', (c) => {
    const { address, userAgent } = clientOf(c)
    const recorded = { address: address?.text ?? null, userAgent, headers: c.req.header() }
    return c.json(recorded satisfies RecordedClient)
  })
  const server = await listen(app.fetch, '127.0.0.1', 0)
  onTestFinished(server.close)
  return server.port
}
