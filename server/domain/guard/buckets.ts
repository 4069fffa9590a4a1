import type { DailyKeys, NamedKey } from './daily-keys.ts'
import { createKeyedTable } from './keyed-table.ts'

const MINUTE = 60 * 1000
/** How long a bucket takes to run empty from the very top, in milliseconds. */
const DRAINED = 3 * MINUTE
/** How far over what a bucket holds it is refused rather than set aside. */
const OVERFLOW = 3

/** Something that may happen so often in a minute, all at once too. */
export interface Bucket {
  readonly of: NamedKey
  readonly perMinute: number
}

/**
 * Buckets that fill with every request and run empty at a steady pace: what holds 20 lets 20
 * in at once, and 20 a minute from then on.
 */
export interface Buckets {
  /** Seconds until a refused request finds room again; 0 where none of the buckets refuses. */
  wait(buckets: readonly Bucket[], now: number): number
  /** Puts a request into each. @returns true where one of them has more than it holds */
  fill(buckets: readonly Bucket[], now: number): boolean
  forget(now: number): void
  size(): number
}

export function createBuckets(keys: DailyKeys, most: number): Buckets {
  const levels = new Float32Array(most)
  const rows = createKeyedTable({ most, life: DRAINED, columns: [levels] })

  function rowOf(named: NamedKey, now: number): number {
    const known = rows.find(named.key, now)
    if (known >= 0 || Math.abs(now - keys.since()) >= DRAINED) return known
    return rows.find(keys.previousKeyOf(named), now)
  }

  function levelOf({ of, perMinute }: Bucket, now: number): number {
    const row = rowOf(of, now)
    if (row < 0) return 0
    const passed = Math.max(0, now - rows.touchedAt(row))
    return Math.max(0, (levels[row] as number) - (passed / MINUTE) * perMinute)
  }

  return {
    wait(buckets, now) {
      let longest = 0
      for (const bucket of buckets) {
        const { perMinute } = bucket
        const level = levelOf(bucket, now)
        if (level + 1 <= OVERFLOW * perMinute) continue
        longest = Math.max(longest, ((level - perMinute) / perMinute) * 60)
      }
      return Math.ceil(longest)
    },

    fill(buckets, now) {
      let over = false
      for (const bucket of buckets) {
        const level = levelOf(bucket, now) + 1
        const known = rows.find(bucket.of.key, now)
        const row = known < 0 ? rows.add(bucket.of.key, now) : known
        rows.touch(row, now)
        levels[row] = level
        if (level > bucket.perMinute) over = true
      }
      return over
    },

    forget: (now) => rows.forget(now),
    size: () => rows.size(),
  }
}
