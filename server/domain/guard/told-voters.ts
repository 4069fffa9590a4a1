import { createKeyedTable } from './keyed-table.ts'

/** As long as the shortest window that is looked at for bursts, in milliseconds. */
const LIFE = 2 * 60 * 1000

/**
 * Voters that the watch was told of lately. It looks at so many of an article's latest events, and
 * no voter counts twice there: copies of one vote would fill that room and hide the votes of others.
 */
export interface ToldVoters {
  /** @returns true where the watch is to be told now, and not again for two minutes */
  take(voter: number, now: number): boolean
  forget(now: number): void
  size(): number
}

export function createToldVoters(most: number): ToldVoters {
  const voters = createKeyedTable({ most, life: LIFE, columns: [] })

  return {
    take(voter, now) {
      if (voters.find(voter, now) >= 0) return false
      voters.add(voter, now)
      return true
    },
    forget: (now) => voters.forget(now),
    size: () => voters.size(),
  }
}
