import { hexadecimal } from '../domain/hexadecimal.ts'
import type { Mac } from '../domain/mac.ts'

/** In milliseconds. */
const WINDOW = 10 * 60 * 1000
/** Most names remembered; the one known longest is forgotten first. */
const MOST_NAMES = 10_000

/** Counts what went wrong under a name, such as an address. Names are kept as hashes only. */
export interface Throttle {
  /** How long the name must wait, in seconds; 0 for not at all. */
  waitOf(name: string): number
  failed(name: string): void
}

interface Window {
  readonly since: number
  wrong: number
}

/** @param most what may go wrong under one name within ten minutes */
export function createThrottle(
  mac: Mac,
  random: (bytes: number) => Uint8Array,
  clock: () => number,
  most: number,
): Throttle {
  const key = random(32)
  const windows = new Map<string, Window>()

  function kept(name: string): string {
    return hexadecimal(mac(key, name).subarray(0, 8))
  }

  function windowOf(hash: string): Window | undefined {
    const window = windows.get(hash)
    const age = window ? clock() - window.since : 0
    return age >= 0 && age < WINDOW ? window : undefined
  }

  return {
    waitOf(name) {
      const window = windowOf(kept(name))
      if (!window || window.wrong < most) return 0
      return Math.ceil((window.since + WINDOW - clock()) / 1000)
    },

    failed(name) {
      const hash = kept(name)
      const window = windowOf(hash)
      if (window) {
        window.wrong += 1
        return
      }
      windows.delete(hash)
      const [oldest] = windows.keys()
      if (windows.size >= MOST_NAMES && oldest !== undefined) windows.delete(oldest)
      windows.set(hash, { since: clock(), wrong: 1 })
    },
  }
}
