import type { VotesByChoice } from '../../../shared/votes-by-choice.ts'
import type { SqlValue } from '../database.ts'
import type { Pooled, UnitSum } from './pooling.ts'

/** The columns of counts by choice, in the order of the choices. */
export const COUNTS = 'sangat_puas, puas, cukup_puas, tidak_puas'

/** From `site, unit` and the counts in their order. */
export function unitSumFrom([site, unit, ...counts]: readonly SqlValue[]): UnitSum {
  return { site: String(site), unit: Number(unit), ...pooledFrom(counts) }
}

/** From `views`, the four counts, `pending` and `excluded`. */
export function pooledFrom(row: readonly SqlValue[]): Pooled {
  const [views = 0, a = 0, b = 0, c = 0, d = 0, pending = 0, excluded = 0] = row.map(Number)
  return { views, votes: votesFrom([a, b, c, d]), pending, excluded }
}

/** From the four counts. */
export function votesFrom(row: readonly SqlValue[]): VotesByChoice {
  const [a = 0, b = 0, c = 0, d = 0] = row.map(Number)
  return { 'sangat-puas': a, puas: b, 'cukup-puas': c, 'tidak-puas': d }
}
