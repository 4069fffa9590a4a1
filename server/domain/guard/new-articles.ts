import type { DailyKeys, NamedKey } from './daily-keys.ts'
import { createKeyedTable } from './keyed-table.ts'

const HOUR = 60 * 60 * 1000
/** Most articles that a neighbourhood's readers may make in an hour. */
const MOST_NEW = 60

/** How many articles each neighbourhood made in the hour that began with its first. */
export interface NewArticles {
  /**
   * Seconds until it may make one; 0 where it may now, which is then taken. An article that was
   * let in already takes nothing more: requests for it come together, before it is stored.
   */
  take(article: NamedKey, neighbourhood: NamedKey, now: number): number
  forget(now: number): void
  size(): number
}

export function createNewArticles(keys: DailyKeys, most: number): NewArticles {
  const made = new Uint8Array(most)
  const hours = createKeyedTable({ most, life: HOUR, columns: [made] })
  const admitted = createKeyedTable({ most, life: HOUR, columns: [] })

  function rowOf(named: NamedKey, now: number): number {
    const known = hours.find(named.key, now)
    if (known >= 0) return known
    const old = hours.find(keys.previousKeyOf(named), now)
    return old < 0 ? hours.add(named.key, now) : old
  }

  return {
    take(article, neighbourhood, now) {
      if (admitted.find(article.key, now) >= 0) return 0
      const row = rowOf(neighbourhood, now)
      if ((made[row] as number) >= MOST_NEW) {
        return Math.ceil(Math.max(1000, hours.touchedAt(row) + HOUR - now) / 1000)
      }
      made[row] = (made[row] as number) + 1
      admitted.add(article.key, now)
      return 0
    },
    forget(now) {
      hours.forget(now)
      admitted.forget(now)
    },
    size: () => Math.max(hours.size(), admitted.size()),
  }
}
