import type { Pooled } from '../../store/store.ts'
import { pool } from './pool-sums.ts'
import { resultOf } from './result.ts'
import type { Series } from './series.ts'

/** Several series of the same steps as one: votes are pooled, and only what all lack is an outage. */
export function pooledSeries([first = [], ...more]: readonly Series[]): Series {
  return first.map((start, i) => {
    const all = [start, ...more.flatMap((series) => series[i] ?? [])]
    const result = resultOf(all.map((step): Pooled => step.result).reduce(pool))
    const empty = result.views === 0 && result.n + result.pending + result.excluded === 0
    const isOutage = empty && all.some(({ state }) => state === 'outage')
    const state = start.state === 'coming' ? 'coming' : isOutage ? 'outage' : 'measured'
    return { period: start.period, result, state }
  })
}
