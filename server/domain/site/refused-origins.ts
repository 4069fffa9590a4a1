import { parseIpAddress } from '../client/ip-address.ts'

/** An origin whose pages were turned away, most likely one that somebody forgot to add. */
export interface RefusedOrigin {
  readonly origin: string
  /** How often in this day. */
  readonly requests: number
  /** The last time, in milliseconds since 1970. */
  readonly last: number
}

/** The refused origins of the day (UTC), in memory: no database work for a stranger. */
export interface RefusedOrigins {
  /** Takes notice of what a request had as its Origin; of what is none, nothing is kept. */
  note(origin: string): void
  /** The commonest first. */
  list(): readonly RefusedOrigin[]
}

/** Most origins kept. */
const MOST = 50
const DAY = 24 * 60 * 60 * 1000
/** `https://` with the longest name that DNS has, and a port. */
const LONGEST = 8 + 253 + 6
const ORIGIN = /^https?:\/\/([a-z0-9-]+(\.[a-z0-9-]+)*)(:\d{1,5})?$/

export function createRefusedOrigins(clock: () => number): RefusedOrigins {
  const refused = new Map<string, RefusedOrigin>()
  let day = 0

  function forgetYesterday(now: number): void {
    const today = Math.floor(now / DAY)
    if (today === day) return
    day = today
    refused.clear()
  }

  /** Lets the rarest go, of these the one that was seen longest ago. */
  function makeRoom(): void {
    const rarestFirst = [...refused.values()].sort(
      (a, b) => a.requests - b.requests || a.last - b.last,
    )
    for (const { origin } of rarestFirst.slice(0, 1)) refused.delete(origin)
  }

  return {
    note(origin) {
      if (!isNamed(origin)) return
      const now = clock()
      forgetYesterday(now)
      const known = refused.get(origin)
      if (!known && refused.size >= MOST) makeRoom()
      refused.set(origin, { origin, requests: (known?.requests ?? 0) + 1, last: now })
    },

    list() {
      forgetYesterday(clock())
      return [...refused.values()].sort((a, b) => b.requests - a.requests || b.last - a.last)
    },
  }
}

/** By a name: a page at a bare address may be the reader's own machine. */
function isNamed(origin: string): boolean {
  const [, host] = (origin.length <= LONGEST && ORIGIN.exec(origin)) || []
  return host !== undefined && parseIpAddress(host) === null && new URL(origin).origin === origin
}
