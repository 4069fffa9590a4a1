import type { Mac } from '../mac.ts'

const DAY = 24 * 60 * 60 * 1000
const SALT_BYTES = 32
/** Odd, so that no two places come to the same; large, so that neighbours are far apart. */
const STRIDE = 0x9e_37_79_b1
/** Place of what is no part of anything. */
const WHOLE = -1

/** What a reader is known by, and its present key. The name may not outlive the request. */
export interface NamedKey {
  readonly name: string
  /** Which of the named thing's parts it is; -1 for the whole. */
  readonly place: number
  /** A whole number from 1 up to 2^53. */
  readonly key: number
}

/** A thing and one of its parts. */
export interface KeyPair {
  readonly whole: NamedKey
  readonly part: NamedKey
}

/**
 * Turns what is known of a reader into keys that mean nothing to anybody: HMAC-SHA256 under a
 * random salt that is made each day (UTC), never written down, and forgotten a day later. The
 * previous day's is kept that long, so that midnight is no clean slate.
 */
export interface DailyKeys {
  /** Makes a new salt where a day has begun. To be called first with every request's time. */
  turn(now: number): void
  keyOf(name: string): NamedKey
  /**
   * The keys of a thing and of one of its parts out of one HMAC, which is most of what a view
   * costs here: of its 32 bytes eight are the whole's, eight the parts', each with its place in it.
   */
  keysOf(name: string, place: number): KeyPair
  /** The key under the previous salt; 0 without one, or without a name. */
  previousKeyOf(key: NamedKey): number
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
    keyOf: (name) => ({ name, place: WHOLE, key: numberOf(mac(present, name), WHOLE) }),
    keysOf(name, place) {
      const hash = mac(present, name)
      return {
        whole: { name, place: WHOLE, key: numberOf(hash, WHOLE) },
        part: { name, place, key: numberOf(hash, place) },
      }
    },
    previousKeyOf: ({ name, place }) =>
      previous && name ? numberOf(mac(previous, name), place) : 0,
    since: () => madeAt,
  }
}

/** 53 bits: of the first eight bytes for the whole, of the next for a part. */
function numberOf(hash: Uint8Array, place: number): number {
  const from = place === WHOLE ? 0 : 8
  const high = (wordAt(hash, from) ^ Math.imul(place - WHOLE, STRIDE)) >>> 0
  const low = wordAt(hash, from + 4) >>> 11
  return high * 2 ** 21 + low || 1
}

function wordAt(hash: Uint8Array, at: number): number {
  let word = 0
  for (let i = at; i < at + 4; i++) word = (word << 8) | (hash[i] as number)
  return word >>> 0
}
