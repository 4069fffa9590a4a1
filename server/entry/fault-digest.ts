import type { Scheduler } from '../store/scheduler.ts'

/** How long the like of a fault is counted before it is told, in milliseconds. */
const COUNTED_FOR = 60_000
/** Most kinds told apart at a time; the rest are one kind, or messages that differ would flood. */
const MOST_KINDS = 50
const THE_REST = ''

/** @param times how often since it was last told; 1 for the first of its kind */
type Tell = (fault: Error, times: number) => void

interface FaultDigest {
  add(fault: unknown): void
  /** Tells what is counted so far. */
  close(): void
}

interface Kind {
  latest: Error
  untold: number
}

/**
 * Tells the first fault of a kind at once and of its like once a minute how many they were: a
 * full disk refuses every vote, and a line for each would fill what is left of it.
 */
export function createFaultDigest(after: Scheduler['after'], tell: Tell): FaultDigest {
  const kinds = new Map<string, Kind>()

  function tellUntold(kind: Kind): boolean {
    const { latest, untold } = kind
    kind.untold = 0
    if (untold > 0) tell(latest, untold)
    return untold > 0
  }

  function waitFor(name: string, kind: Kind): void {
    after(COUNTED_FOR, () => {
      if (tellUntold(kind)) waitFor(name, kind)
      else kinds.delete(name)
    })
  }

  return {
    add(thrown) {
      const fault = thrown instanceof Error ? thrown : new Error(String(thrown))
      const name = `${fault.name}: ${fault.message}`
      const own = kinds.has(name) || kinds.size < MOST_KINDS ? name : THE_REST
      const known = kinds.get(own)
      if (known) {
        known.latest = fault
        known.untold += 1
        return
      }
      const kind = { latest: fault, untold: 0 }
      kinds.set(own, kind)
      tell(fault, 1)
      waitFor(own, kind)
    },
    close() {
      for (const kind of kinds.values()) tellUntold(kind)
    },
  }
}
