import type { Mac } from '../mac.ts'

const DAY = 24 * 60 * 60 * 1000
const SALT_BYTES = 32

/** What a reader is known by, and its present key. The name may not outlive the request. */
export interface NamedKey {
  readonly name: string
  readonly key: number
}

/**
 * Turns what is known of a reader into keys that mean nothing to anybody: HMAC-SHA256 under a
 * random salt that is made each day (UTC), never written down, and forgotten a day later. The
 * previous day's is kept that long, so that midnight is no clean slate.
 */
export interface DailyKeys {
  /** Makes a new salt where a day has begun. To be called first with every request's time. */
  turn(now: number): void
  /** A key is a whole number from 1 up to 2^53. */
  keyOf(name: string): NamedKey
  /** The key under the previous salt; 0 without one. */
  previousKeyOf(name: string): number
  /** When the present salt was made. */
  since(): number
}

export function createDailyKeys(mac: Mac, random: (bytes: number) => Uint8Array): DailyKeys {
  let day = Number.NaN
  let madeAt = 0
  let present: Uint8Array = new Uint8Array(SALT_BYTES)
  let previous: Uint8Array | null = null

  return {
    turn(now) {
      const today = Math.floor(now / DAY)
      // A clock that was set back by a day is not another new day.
      if (today === day || today === day - 1) return
      previous = Number.isNaN(day) ? null : present
      // A copy, since what is drawn in bulk may share its memory.
      present = Uint8Array.from(random(SALT_BYTES))
      day = today
      madeAt = now
    },
    keyOf: (name) => ({ name, key: numberOf(mac(present, name)) }),
    previousKeyOf: (name) => (previous && name ? numberOf(mac(previous, name)) : 0),
    since: () => madeAt,
  }
}

/** The first 53 bits. */
function numberOf(hash: Uint8Array): number {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = hash
  const high = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
  const low = ((e << 16) | (f << 8) | g) >>> 3
  return high * 2 ** 21 + low || 1
}
