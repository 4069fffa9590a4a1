import type { Office } from '../../store/store.ts'

/** An office with how far below the first of them it stands, from 0. */
export interface OfficeInTree extends Office {
  readonly depth: number
}

/**
 * Offices by name, each before what is below it. One whose parent is not among them stands at the
 * top, so that a part of the tree can be told alone.
 */
export function inTreeOrder(offices: readonly Office[]): readonly OfficeInTree[] {
  const keys = new Set(offices.map(({ key }) => key))
  const below = new Map<string | null, Office[]>()
  for (const office of offices) {
    const parent = office.parent !== null && keys.has(office.parent) ? office.parent : null
    below.set(parent, [...(below.get(parent) ?? []), office])
  }
  const told = (parent: string | null, depth: number): readonly OfficeInTree[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
      .flatMap((office) => [{ ...office, depth }, ...told(office.key, depth + 1)])
  return told(null, 0)
}
