import type { DailyKeys, NamedKey } from './daily-keys.ts'
import { createKeyedTable } from './keyed-table.ts'

const HOUR = 60 * 60 * 1000
/** A day goes by in parts of three hours; the part that it began in counts whole. */
const PART = 3 * HOUR
/** Those of a day and of the time that a pending vote is looked at again, and the present one. */
const PARTS = 10
/** How many /64 an IPv6 /48 may vote for. */
const NETWORKS_OF_BLOCK = 10
/** What leaves nothing of any allowance. */
const FULL = 0xffff

/** How long what is over a network's allowance may still find room in it, in milliseconds. */
export const LOOKED_AT_AGAIN = PART

/** How many votes networks have had counted at articles. */
export interface NetworkQuota {
  /**
   * Takes one vote of what a network is allowed at an article: of everything that was sent within
   * 24 hours no more than that counts, whenever they begin.
   * @param network without a name where nobody knows it any more
   * @param block the IPv6 /48 around it, which is allowed ten times as much; null for IPv4
   * @returns false where nothing is left; nothing is taken then
   */
  spend(network: NamedKey, block: NamedKey | null, allowance: number, now: number): boolean
  forget(now: number): void
  size(): number
}

export function createNetworkQuota(keys: DailyKeys, most: number): NetworkQuota {
  // At most 50 votes are allowed, and ten times as many.
  const parts = Array.from({ length: PARTS }, () => new Uint16Array(most))
  /** Number of the part that was written last. */
  const latest = new Float32Array(most)
  const columns = [...parts, latest]
  const networks = createKeyedTable({ most, life: PARTS * PART, columns })

  const columnOf = (part: number) => parts[part % PARTS] as Uint16Array

  /** @param spared a row that makes no room for it */
  function rowOf(named: NamedKey, now: number, spared?: number): number {
    const known = networks.find(named.key, now)
    if (known >= 0) return known
    const old = networks.find(keys.previousKeyOf(named), now)
    const row = networks.add(named.key, now, spared)
    if (old < 0 || old === row) return row
    for (const column of columns) column[row] = column[old] as number
    // What is still looked at under the old key would be allowed a second time.
    turn(old, now)
    columnOf(Math.floor(now / PART))[old] = FULL
    return row
  }

  /** Wipes the parts that are over. A clock that was set back a little adds to what is there. */
  function turn(row: number, now: number): void {
    const present = Math.floor(now / PART)
    const passed = present - (latest[row] as number)
    if (passed <= 0 && passed > -PARTS) return
    for (let i = 0; i < Math.min(Math.abs(passed), PARTS); i++) columnOf(present - i)[row] = 0
    latest[row] = present
  }

  function hasLeft(row: number, allowance: number, now: number): boolean {
    turn(row, now)
    const spent = parts.reduce((sum, part) => sum + (part[row] as number), 0)
    return spent + 1 <= allowance
  }

  function take(row: number, now: number): void {
    networks.touch(row, now)
    const part = columnOf(Math.floor(now / PART))
    part[row] = (part[row] as number) + 1
  }

  return {
    spend(network, block, allowance, now) {
      const row = rowOf(network, now)
      if (!hasLeft(row, allowance, now)) return false
      if (block) {
        const around = rowOf(block, now, row)
        if (!hasLeft(around, allowance * NETWORKS_OF_BLOCK, now)) return false
        take(around, now)
      }
      take(row, now)
      return true
    },
    forget: (now) => networks.forget(now),
    size: () => networks.size(),
  }
}
