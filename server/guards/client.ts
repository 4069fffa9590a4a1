import type { Context } from 'hono'
import type { Client } from '../domain/client/client.ts'
import { clientAddress } from '../domain/client/client-address.ts'
import type { Rules } from '../domain/rules.ts'
import { agentOf } from './agent.ts'

/** Who is at the other end of a request's connection, as the runtime says. */
export type PeerOf = (c: Context) => string | undefined

export type ClientOf = (c: Context) => Client

/** Longest user agent that is looked at, in characters; browsers send some 200. */
const LONGEST_USER_AGENT = 512

/** Finds out who sent a request, and takes notice of a proxy that is in the way. */
export function createClientOf(
  peerOf: PeerOf,
  { trustedProxies, proxyNotices }: Pick<Rules, 'trustedProxies' | 'proxyNotices'>,
): ClientOf {
  return (c) => {
    const seen = clientAddress(peerOf(c), (name) => c.req.header(name), trustedProxies)
    proxyNotices.note(seen)
    const userAgent = (c.req.header('User-Agent') ?? '').slice(0, LONGEST_USER_AGENT)
    return { address: seen.address, userAgent, agent: agentOf(userAgent) }
  }
}
