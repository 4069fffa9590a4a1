import type { Pooled } from '../../store/store.ts'
import { NOTHING, pool } from './pool-sums.ts'

/** Pools what has the same key. */
export function poolBy<One extends { readonly sum: Pooled }>(
  sums: readonly One[],
  keyOf: (sum: One) => string,
): ReadonlyMap<string, Pooled> {
  const pooled = new Map<string, Pooled>()
  for (const each of sums) {
    const key = keyOf(each)
    pooled.set(key, pool(pooled.get(key) ?? NOTHING, each.sum))
  }
  return pooled
}
