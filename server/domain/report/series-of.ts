import type { Pooled } from '../../store/store.ts'
import type { Period } from './period.ts'
import { NOTHING, pool } from './pool-sums.ts'
import { resultOf } from './result.ts'
import type { Series } from './series.ts'

/**
 * The steps of a series with what was gathered in each.
 * @param pools by day (YYYY-MM-DD) or month (YYYY-MM)
 * @param today YYYY-MM-DD
 * @param measuredBefore whether anything was counted there before the first of them
 */
export function seriesOf(
  steps: readonly Period[],
  pools: ReadonlyMap<string, Pooled>,
  today: string,
  measuredBefore = false,
): Series {
  let seen = measuredBefore
  return steps.map((period) => {
    let sum = NOTHING
    for (const [at, one] of pools) {
      // A month stands for all of its days; only a step that has all of them is read so.
      const day = at.length === 7 ? `${at}-01` : at
      if (day >= period.from && day <= period.to) sum = pool(sum, one)
    }
    const result = resultOf(sum)
    const empty = result.views === 0 && result.n + result.pending + result.excluded === 0
    const state =
      period.from > today ? 'coming' : empty && seen && period.to < today ? 'outage' : 'measured'
    seen ||= !empty
    return { period, result, state }
  })
}
