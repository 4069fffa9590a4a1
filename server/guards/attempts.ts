import type { Client } from '../domain/client/client.ts'
import { networkAround } from '../domain/client/ip-network.ts'
import type { Mac } from '../domain/mac.ts'
import { createThrottle } from './throttle.ts'

/** Wrong tokens that one address may send within ten minutes. */
const MOST_WRONG = 10

/** Bounds how often somebody may guess. An address is kept as a hash under a key of this process. */
export interface Attempts {
  /**
   * How long a client must wait with a token, in seconds; 0 for not at all. Nobody waits with a
   * token that was right before: who guesses behind the same address shuts no admin out.
   * @param hash of the token
   */
  waitOf(client: Client, hash: string): number
  succeeded(hash: string): void
  /** Remembers a wrong attempt. Clients whose address isn't known are taken for one. */
  failed(client: Client): void
}

export function createAttempts(
  mac: Mac,
  random: (bytes: number) => Uint8Array,
  clock: () => number,
): Attempts {
  const throttle = createThrottle(mac, random, clock, MOST_WRONG)
  const right = new Set<string>()

  return {
    waitOf: (client, hash) => (right.has(hash) ? 0 : throttle.waitOf(addressName(client))),
    succeeded: (hash) => void right.add(hash),
    failed: (client) => throttle.failed(addressName(client)),
  }
}

/** A client's address, or the network that one subscriber of IPv6 has; empty for an unknown one. */
export function addressName({ address }: Client): string {
  if (address === null) return ''
  return networkAround(address, address.version === 4 ? 32 : 64).text
}
