import type { IpAddress } from './ip-address.ts'

/**
 * What a user agent says its program is: a `tool` such as curl, or nothing at all; a `bot` that
 * says so; else a `browser`.
 */
export type Agent = 'browser' | 'bot' | 'tool'

/**
 * Who sent a request, as far as it can be known. Neither the address nor the user agent may
 * outlive the request: what is kept of them is hashed with a random key that is itself forgotten.
 */
export interface Client {
  /** Null where it can't be told from others: guards keyed by address then stand down. */
  readonly address: IpAddress | null
  /** As it was sent; empty where it was not. */
  readonly userAgent: string
  readonly agent: Agent
}
