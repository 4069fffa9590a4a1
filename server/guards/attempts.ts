import type { Client } from '../domain/client/client.ts'
import { networkAround } from '../domain/client/ip-network.ts'
import { hexadecimal } from '../domain/hexadecimal.ts'
import type { Mac } from '../domain/mac.ts'

/** Wrong tokens that one address may send within the window. */
const MOST_WRONG = 10
/** In milliseconds. */
const WINDOW = 10 * 60 * 1000
/** Most addresses remembered; the one known longest is forgotten first. */
const MOST_ADDRESSES = 10_000

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

interface Window {
  readonly since: number
  wrong: number
}

export function createAttempts(
  mac: Mac,
  random: (bytes: number) => Uint8Array,
  clock: () => number,
): Attempts {
  const key = random(32)
  const windows = new Map<string, Window>()
  const right = new Set<string>()

  function nameOf({ address }: Client): string {
    if (address === null) return ''
    const { text } = networkAround(address, address.version === 4 ? 32 : 64)
    return hexadecimal(mac(key, text), 8)
  }

  function windowOf(name: string): Window | undefined {
    const window = windows.get(name)
    const age = window ? clock() - window.since : 0
    return age >= 0 && age < WINDOW ? window : undefined
  }

  return {
    waitOf(client, hash) {
      if (right.has(hash)) return 0
      const window = windowOf(nameOf(client))
      if (!window || window.wrong < MOST_WRONG) return 0
      return Math.ceil((window.since + WINDOW - clock()) / 1000)
    },

    succeeded(hash) {
      right.add(hash)
    },

    failed(client) {
      const name = nameOf(client)
      const window = windowOf(name)
      if (window) {
        window.wrong += 1
        return
      }
      windows.delete(name)
      const [oldest] = windows.keys()
      if (windows.size >= MOST_ADDRESSES && oldest !== undefined) windows.delete(oldest)
      windows.set(name, { since: clock(), wrong: 1 })
    },
  }
}
