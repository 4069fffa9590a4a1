import type { Context } from 'hono'
import { parseIpAddress } from '../domain/client/ip-address.ts'
import { type IpNetwork, isWithin } from '../domain/client/ip-network.ts'
import { ipRangeOf } from '../domain/client/ip-range.ts'
import type { ClientOf, PeerOf } from './client.ts'

/** What is known of a request's way to the server. */
export interface RequestWay {
  readonly peerOf: PeerOf
  /** Whether the connection itself is encrypted, as the runtime says. */
  readonly encrypted: (c: Context) => boolean
  readonly clientOf: ClientOf
}

const LOOPBACK_NAME = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** How a request came: encrypted, without leaving the machine, or so that others could read it. */
export type WayIn = 'https' | 'loopback' | 'open'

/** Whether nobody can read the request on its way. */
export function isSecure(c: Context, way: RequestWay, trusted: readonly IpNetwork[]): boolean {
  return wayIn(c, way, trusted) !== 'open'
}

/**
 * How a request came, as the runtime or the nearest trusted proxy says. A proxy on the machine
 * that says nothing of who asks gives itself away by the name it asks for.
 * @param trusted networks whose `X-Forwarded-Proto` is believed
 */
export function wayIn(c: Context, way: RequestWay, trusted: readonly IpNetwork[]): WayIn {
  if (way.encrypted(c)) return 'https'
  const peer = parseIpAddress(way.peerOf(c) ?? '')
  if (!peer) return 'open'
  const scheme = c.req.header('X-Forwarded-Proto')?.split(',').at(-1)?.trim()
  const proxied = trusted.some((network) => isWithin(peer, network))
  if (proxied && scheme !== undefined) return scheme.toLowerCase() === 'https' ? 'https' : 'open'
  const { address } = way.clientOf(c)
  const own = address !== null && ipRangeOf(address) === 'loopback' && asksForLoopback(c)
  return own ? 'loopback' : 'open'
}

function asksForLoopback(c: Context): boolean {
  return LOOPBACK_NAME.test(new URL(c.req.url).hostname)
}
