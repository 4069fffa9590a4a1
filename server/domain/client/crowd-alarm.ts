import type { Mac } from '../mac.ts'
import type { IpAddress } from './ip-address.ts'
import { ipRangeOf } from './ip-range.ts'

/** A time in which most visits came from a few addresses: a proxy that nobody named, or a flood. */
export interface Crowd {
  /** Start of the first hour in which they did, in milliseconds since 1970. */
  readonly since: number
  /** When it was over: the start of an hour that was not crowded; null while it lasts. */
  readonly until: number | null
}

export interface CrowdAlarm {
  /** Counts a visit. @param now milliseconds since 1970 */
  visit(address: IpAddress | null, now: number): void
  /** The crowds since the start, the oldest first. */
  crowds(): readonly Crowd[]
}

const HOUR = 60 * 60 * 1000
/** Visits of an hour from which their spread says something. */
const ENOUGH = 500
/** Share of the visits that a few addresses must have. */
const MOST_OF_THEM = 0.8
/** How many public addresses are few. */
const FEW = 20
/**
 * Of addresses within a network only a single one is: containers show every reader as their
 * gateway, while a house of twenty machines is no cause for alarm.
 */
const FEW_INTERNAL = 1
/** Addresses counted in an hour; later ones are visits of nobody in particular until it is over. */
const MOST_ADDRESSES = 5_000
const MOST_CROWDS = 20
const KEY_BYTES = 32

/** An hour by the clock. Its key is forgotten with it, and with the key what the hashes mean. */
interface Hour {
  readonly start: number
  readonly key: Uint8Array
  readonly visitsOf: Map<number, number>
  readonly visitsOfInternal: Map<number, number>
  visits: number
  /** Number of visits at which the spread is looked at next; each time twice as many. */
  lookAt: number
}

/**
 * Behind a proxy with a public address that nobody named in `TRUSTED_PROXIES` every reader is one
 * address. The alarm is raised by 80 % of an hour's visits, 500 of them at least, from at
 * most 20 public addresses, or from a single one within a network; an hour of as many visits
 * without that ends it.
 * @param tell told in a sentence, for the log
 */
export function createCrowdAlarm(
  mac: Mac,
  random: (bytes: number) => Uint8Array,
  tell: (sentence: string) => void,
): CrowdAlarm {
  const crowds: Crowd[] = []
  let hour: Hour | undefined

  function begin(now: number): Hour {
    const start = Math.floor(now / HOUR) * HOUR
    // A copy, since what is drawn in bulk may share its memory.
    const key = Uint8Array.from(random(KEY_BYTES))
    return {
      start,
      key,
      visitsOf: new Map(),
      visitsOfInternal: new Map(),
      visits: 0,
      lookAt: ENOUGH,
    }
  }

  function raise({ start }: Hour): void {
    const last = crowds.at(-1)
    if (last && last.until === null) return
    crowds.push({ since: start, until: null })
    if (crowds.length > MOST_CROWDS) crowds.shift()
    tell(
      '80 % of the visits of this hour or more come from a few addresses. Behind a proxy or a CDN every reader looks like that until its networks are in TRUSTED_PROXIES; otherwise it is a flood.',
    )
  }

  function lower(closed: Hour): void {
    const last = crowds.at(-1)
    if (!last || last.until !== null || closed.visits < ENOUGH) return
    crowds[crowds.length - 1] = { ...last, until: Math.max(closed.start, last.since + HOUR) }
  }

  function close(closed: Hour): void {
    if (isCrowd(closed)) raise(closed)
    else lower(closed)
  }

  return {
    visit(address, now) {
      if (!hour || now < hour.start || now >= hour.start + HOUR) {
        if (hour) close(hour)
        hour = begin(now)
      }
      hour.visits += 1
      if (address) count(hour, address, mac)
      if (hour.visits < hour.lookAt) return
      hour.lookAt *= 2
      if (isCrowd(hour)) raise(hour)
    },
    crowds: () => [...crowds],
  }
}

function count({ key, visitsOf, visitsOfInternal }: Hour, address: IpAddress, mac: Mac): void {
  const visits = ipRangeOf(address) === 'public' ? visitsOf : visitsOfInternal
  const name = numberOf(mac(key, address.text))
  const before = visits.get(name)
  if (before === undefined && visitsOf.size + visitsOfInternal.size >= MOST_ADDRESSES) return
  visits.set(name, (before ?? 0) + 1)
}

/** The first 48 bits, which no two of so few addresses share. */
function numberOf(hash: Uint8Array): number {
  let number = 0
  for (let i = 0; i < 6; i++) number = number * 256 + (hash[i] as number)
  return number
}

function isCrowd({ visits, visitsOf, visitsOfInternal }: Hour): boolean {
  const most = Math.max(sumOfMost(visitsOf, FEW), sumOfMost(visitsOfInternal, FEW_INTERNAL))
  return visits >= ENOUGH && most >= visits * MOST_OF_THEM
}

function sumOfMost(visits: ReadonlyMap<number, number>, few: number): number {
  const most = [...visits.values()].sort((a, b) => b - a).slice(0, few)
  return most.reduce((sum, n) => sum + n, 0)
}
