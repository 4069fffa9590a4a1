import type { DropReason } from '../../../shared/drop-reason.ts'
import { nameAt } from './article-name.ts'
import type { DailyKeys, NamedKey } from './daily-keys.ts'
import type { SeenView } from './guard.ts'
import { createKeyedTable } from './keyed-table.ts'

const HALF_HOUR = 30 * 60 * 1000
const DAY = 24 * 60 * 60 * 1000
/** Most views of one article from one network in half an hour. */
const MOST_VIEWS = 100

/** Who has viewed what lately. */
export interface Viewers {
  /**
   * Takes in a view from a network at an article. @returns why it does not count, or null
   */
  see(view: SeenView, network: NamedKey, now: number): DropReason | null
  /** Counted views of an article from a network on this day (UTC), and before it without a pause. */
  viewsFrom(key: number, now: number): number
  forget(now: number): void
  /** Number of keys of each kind. */
  sizes(): readonly number[]
}

/** @param most number of keys of each of its two kinds */
export function createViewers(keys: DailyKeys, most: number): Viewers {
  const counted = new Uint32Array(most)
  const lately = new Uint16Array(most)
  const since = new Float64Array(most)
  const columns = [counted, lately, since]
  const networks = createKeyedTable({ most, life: DAY, columns })
  const seen = createKeyedTable({ most, life: HALF_HOUR, columns: [] })

  const saltIsNew = (now: number) => Math.abs(now - keys.since()) < HALF_HOUR

  function rowOf(network: NamedKey, now: number): number {
    const known = networks.find(network.key, now)
    if (known >= 0) return known
    const row = networks.add(network.key, now)
    const old = saltIsNew(now) ? networks.find(keys.previousKeyOf(network), now) : -1
    if (old >= 0) for (const column of columns) column[row] = column[old] as number
    return row
  }

  function tooMany(row: number, now: number): boolean {
    if (Math.abs(now - (since[row] as number)) >= HALF_HOUR) {
      since[row] = now
      lately[row] = 0
    }
    if ((lately[row] as number) >= MOST_VIEWS) return true
    lately[row] = (lately[row] as number) + 1
    return false
  }

  /** The window begins at the view that counted, so one that didn't leaves it as it is. */
  function seenBefore({ article, client }: SeenView, now: number): boolean {
    const reader = `v${nameAt(article, `${client.address?.text} ${client.userAgent}`)}`
    const named = keys.keyOf(reader)
    if (seen.find(named.key, now) >= 0) return true
    if (saltIsNew(now) && seen.find(keys.previousKeyOf(named), now) >= 0) return true
    seen.add(named.key, now)
    return false
  }

  return {
    see(view, network, now) {
      const row = rowOf(network, now)
      networks.touch(row, now)
      if (tooMany(row, now)) return 'rate'
      if (view.unknown && seenBefore(view, now)) return 'seen'
      counted[row] = (counted[row] as number) + 1
      return null
    },

    viewsFrom(key, now) {
      const row = networks.find(key, now)
      return row < 0 ? 0 : (counted[row] as number)
    },

    forget(now) {
      networks.forget(now)
      seen.forget(now)
    },

    sizes: () => [networks.size(), seen.size()],
  }
}
