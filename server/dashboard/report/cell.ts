/** A number with how it is shown: whole, an index with two decimals, a share of 1 in percent. */
export interface NumberCell {
  readonly number: number
  readonly as: 'count' | 'index' | 'share'
}

/** What stands in a table of a file; null for nothing. */
export type Cell = string | NumberCell | null

export function count(number: number): NumberCell {
  return { number, as: 'count' }
}

/** @param hundredths of the index; null where there is none */
export function index(hundredths: number | null | undefined): Cell {
  return typeof hundredths === 'number' ? { number: hundredths / 100, as: 'index' } : null
}

/** @param of 0 for none */
export function share(part: number, of: number): Cell {
  return of === 0 ? null : { number: part / of, as: 'share' }
}

/** A table of a file: its rows may come one by one while it is written. */
export interface Sheet {
  readonly name: string
  readonly head: readonly string[]
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
}
