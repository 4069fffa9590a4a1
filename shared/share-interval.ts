import type { Interval } from './interval.ts'

/** The standard normal quantile for 95 %, two-sided. */
const Z = 1.959963984540054

/**
 * The 95 % interval of the share `k` of `n` answers, from 0 to 1 (Wilson 1927): it stays inside
 * 0 to 1 and is honest about few answers. `null` for n = 0.
 */
export function shareInterval(k: number, n: number): Interval | null {
  if (n === 0) return null
  const p = k / n
  const z2n = (Z * Z) / n
  const middle = p + z2n / 2
  const reach = Z * Math.sqrt((p * (1 - p) + z2n / 4) / n)
  // At the ends the bound is exact, which floating point would miss by a hair.
  return {
    low: k === 0 ? 0 : (middle - reach) / (1 + z2n),
    high: k === n ? 1 : (middle + reach) / (1 + z2n),
  }
}
