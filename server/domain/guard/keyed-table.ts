/** Keys that share a place to be; the one untouched for longest makes room for a new one. */
const WAYS = 16

type Column = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array

interface KeyedTableOptions {
  /** Most keys; a multiple of 16. */
  readonly most: number
  /** How long a key is known after it was last touched, in milliseconds. */
  readonly life: number
  /** What is kept of each key, `most` values long; a new key has zeros. */
  readonly columns: readonly Column[]
}

/**
 * A bounded memory of keys that are hashes already: whole numbers from 1 up to 2^53. It lies in
 * typed arrays, which cost a tenth of a Map's entries and are no work for the garbage collector.
 */
export interface KeyedTable {
  /** Row of a key; -1 where it isn't known, or not any more. */
  find(key: number, now: number): number
  /**
   * Row for a key that isn't known; another may have to go for it.
   * @param spared a row that stays
   */
  add(key: number, now: number, spared?: number): number
  touch(row: number, now: number): void
  /** When a row was last touched, in milliseconds since 1970. */
  touchedAt(row: number): number
  /** Wipes what is not known any more. */
  forget(now: number): void
  /** Number of keys that take room. */
  size(): number
}

export function createKeyedTable({ most, life, columns }: KeyedTableOptions): KeyedTable {
  const keys = new Float64Array(most)
  const touched = new Float64Array(most)
  const sets = most / WAYS

  /** Also after the clock was set back: what lies further ahead than a life is not known. */
  function isKnown(row: number, now: number): boolean {
    return Math.abs(now - (touched[row] as number)) < life
  }

  function wipe(row: number): void {
    for (const column of columns) column[row] = 0
  }

  /** The key's own row from before, or that of the one untouched for longest. */
  function rowFor(key: number, spared: number): number {
    const first = (key % sets) * WAYS
    let oldest = first === spared ? first + 1 : first
    for (let row = first; row < first + WAYS; row++) {
      if (keys[row] === key) return row
      if (row !== spared && (touched[row] as number) < (touched[oldest] as number)) oldest = row
    }
    return oldest
  }

  return {
    find(key, now) {
      const first = (key % sets) * WAYS
      for (let row = first; row < first + WAYS; row++) {
        if (keys[row] === key) return isKnown(row, now) ? row : -1
      }
      return -1
    },

    add(key, now, spared = -1) {
      const row = rowFor(key, spared)
      wipe(row)
      keys[row] = key
      touched[row] = now
      return row
    },

    touch(row, now) {
      touched[row] = now
    },

    touchedAt: (row) => touched[row] as number,

    forget(now) {
      for (let row = 0; row < most; row++) {
        if (keys[row] === 0 || isKnown(row, now)) continue
        wipe(row)
        keys[row] = 0
        touched[row] = 0
      }
    },

    size: () => keys.reduce((sum, key) => sum + (key === 0 ? 0 : 1), 0),
  }
}
