import { createKeyedTable } from './keyed-table.ts'

/** As long as a page token may be spent, in milliseconds. */
const LIFE = 2 * 60 * 60 * 1000
/** Hexadecimal digits of a number that is exact: 52 bits. */
const DIGITS = 13

/** Page tokens that were spent, and by whom: the first voter that spends one owns it. */
export interface SpentTokens {
  /** @returns false where the token is another voter's */
  spend(nonce: string, voter: number, now: number): boolean
  forget(now: number): void
  size(): number
}

export function createSpentTokens(most: number): SpentTokens {
  const owners = new Float64Array(most)
  const nonces = createKeyedTable({ most, life: LIFE, columns: [owners] })

  return {
    spend(nonce, voter, now) {
      const key = keyOfHash(nonce)
      const known = nonces.find(key, now)
      if (known >= 0) return owners[known] === voter
      owners[nonces.add(key, now)] = voter
      return true
    },
    forget: (now) => nonces.forget(now),
    size: () => nonces.size(),
  }
}

/** A key from what is random, or a keyed hash, already: its first 52 bits. */
export function keyOfHash(digits: string): number {
  return Number.parseInt(digits.slice(0, DIGITS), 16) || 1
}
