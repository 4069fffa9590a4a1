/** A clock as it was at the latest runs, in milliseconds since 1970. */
export interface ClockTrace {
  /** Null until a second run. */
  readonly believed: number | null
  readonly seen: number
}

/** How far apart two runs have to be, in milliseconds: a clock that jumps is set right sooner. */
const APART = 50 * 60 * 1000

/**
 * What can't be undone goes by an instant that two runs, the better part of an hour apart, agree
 * to be over: the earlier run's. A clock that is far ahead for a while so does nothing, one that
 * is behind only waits.
 */
export function traceClock(trace: ClockTrace | null, now: number): ClockTrace {
  if (trace === null) return { believed: null, seen: now }
  const { believed, seen } = trace
  if (now < seen) return { believed: believed === null ? null : Math.min(believed, now), seen: now }
  return now - seen < APART ? trace : { believed: seen, seen: now }
}
