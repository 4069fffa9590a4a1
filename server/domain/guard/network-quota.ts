import type { DailyKeys, NamedKey } from './daily-keys.ts'
import { createKeyedTable } from './keyed-table.ts'

const DAY = 24 * 60 * 60 * 1000
/** How many /64 an IPv6 /48 may vote for. */
const NETWORKS_OF_BLOCK = 10
const FULL = 0xffff

/** How many votes networks have had counted at articles. */
export interface NetworkQuota {
  /**
   * Takes one vote of what a network is allowed at an article. What it had yesterday counts by
   * the part of the last 24 hours that was yesterday.
   * @param network without a name where nobody knows it any more
   * @param block the IPv6 /48 around it, which is allowed ten times as much; null for IPv4
   * @returns false where nothing is left; nothing is taken then
   */
  spend(network: NamedKey, block: NamedKey | null, allowance: number, now: number): boolean
  forget(now: number): void
  size(): number
}

export function createNetworkQuota(keys: DailyKeys, most: number): NetworkQuota {
  const spent = new Uint16Array(most)
  const yesterday = new Uint16Array(most)
  const networks = createKeyedTable({ most, life: DAY, columns: [spent, yesterday] })

  function rowOf(named: NamedKey, now: number): number {
    const known = networks.find(named.key, now)
    if (known >= 0) return known
    const old = networks.find(keys.previousKeyOf(named), now)
    const before = old < 0 ? 0 : (spent[old] as number)
    const row = networks.add(named.key, now)
    yesterday[row] = before
    return row
  }

  function hasLeft(row: number, allowance: number, now: number): boolean {
    const still = 1 - (now % DAY) / DAY
    return (spent[row] as number) + (yesterday[row] as number) * still + 1 <= allowance
  }

  function take(row: number, now: number): void {
    networks.touch(row, now)
    if ((spent[row] as number) < FULL) spent[row] = (spent[row] as number) + 1
  }

  return {
    spend(network, block, allowance, now) {
      const row = rowOf(network, now)
      if (!hasLeft(row, allowance, now)) return false
      if (block) {
        const around = rowOf(block, now)
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
