/** How many do something at once. */
export interface Slots {
  /** Takes one. @returns seconds to wait where there is none */
  take(): number
}

/**
 * At most some in a span of time, whoever it is that asks. Nobody has to give a slot back: who never
 * ends holds it no longer than the span.
 * @param span milliseconds
 */
export function createSlots(most: number, span: number, clock: () => number): Slots {
  let taken: readonly number[] = []
  return {
    take() {
      const now = clock()
      taken = taken.filter((at) => now >= at && now - at < span)
      const first = taken[0]
      if (taken.length >= most && first !== undefined) return Math.ceil((first + span - now) / 1000)
      taken = [...taken, now]
      return 0
    },
  }
}
