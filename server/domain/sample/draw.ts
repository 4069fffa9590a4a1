/** Draws from a seed: the same seed gives the same draws, in the same order. */
export interface Draw {
  /** From 0 up to, not including, 1. */
  number(): number
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number
  pick<T>(among: readonly T[]): T
  /** Lower-case hexadecimal digits. */
  digits(length: number): string
}

/** Mulberry32 (Tommy Ettinger, public domain): for samples, never for secrets. */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0
  function number(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(number() * limit)
  return {
    number,
    below,
    pick: <T>(among: readonly T[]) => among[below(among.length)] as T,
    digits(length) {
      let digits = ''
      while (digits.length < length) digits += below(0x1000000).toString(16).padStart(6, '0')
      return digits.slice(0, length)
    },
  }
}
