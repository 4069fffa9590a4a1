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

/**
 * Whether nobody can read the request on its way: it came over https, as the runtime or the
 * nearest trusted proxy says, or it never left the machine. A proxy on the machine that says
 * nothing of who asks gives itself away by the name it asks for.
 * @param trusted networks whose `X-Forwarded-Proto` is believed
 */
export function isSecure(c: Context, way: RequestWay, trusted: readonly IpNetwork[]): boolean {
  if (way.encrypted(c)) return true
  const peer = parseIpAddress(way.peerOf(c) ?? '')
  if (!peer) return false
  const scheme = c.req.header('X-Forwarded-Proto')?.split(',').at(-1)?.trim()
  const proxied = trusted.some((network) => isWithin(peer, network))
  if (proxied && scheme !== undefined) return scheme.toLowerCase() === 'https'
  const { address } = way.clientOf(c)
  return address !== null && ipRangeOf(address) === 'loopback' && asksForLoopback(c)
}

function asksForLoopback(c: Context): boolean {
  return LOOPBACK_NAME.test(new URL(c.req.url).hostname)
}
