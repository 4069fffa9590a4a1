import type { Days } from '../../store/store.ts'
import type { PlacedSum } from './report-lines.ts'
import type { ScopedSite } from './unit-places.ts'
import type { ReadUnitResults } from './unit-results.ts'

/** What was gathered in some days, by where it stands. */
export interface PlacedSums {
  readonly sums: readonly PlacedSum[]
  /** False while sums of closed days are missing. */
  readonly complete: boolean
}

/** Reads what units gathered, each with where it stands. */
export async function placeSums(
  read: ReadUnitResults,
  sites: readonly ScopedSite[],
  days: Days,
): Promise<PlacedSums> {
  const sums: PlacedSum[] = []
  let complete = true
  // One site after another: votes take turns with them.
  for (const { site, units } of sites) {
    const results = await read(site, days)
    complete &&= results.complete
    for (const sum of results.sums) {
      const place = units.get(sum.unit)
      if (place) sums.push({ site: site.key, ...place, sum })
    }
  }
  return { sums, complete }
}
