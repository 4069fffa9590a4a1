import type { Context } from 'hono'
import type { Client } from '../domain/client.ts'
import { clientAddress } from '../domain/client-address.ts'
import type { IpNetwork } from '../domain/ip-network.ts'

/** Who is at the other end of a request's connection, as the runtime says. */
export type PeerOf = (c: Context) => string | undefined

export type ClientOf = (c: Context) => Client

/** Longest user agent that is looked at, in characters; browsers send some 200. */
const LONGEST_USER_AGENT = 512

/** @param trusted networks whose `X-Forwarded-For` is believed */
export function createClientOf(peerOf: PeerOf, trusted: readonly IpNetwork[]): ClientOf {
  return (c) => {
    const { address } = clientAddress(peerOf(c), (name) => c.req.header(name), trusted)
    const userAgent = c.req.header('User-Agent') ?? ''
    return { address, userAgent: userAgent.slice(0, LONGEST_USER_AGENT) }
  }
}
