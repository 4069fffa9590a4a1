import type { Office, Pooled, Section, Unit } from '../../store/store.ts'
import { NOTHING, pool } from './pool-sums.ts'

/** An office's result: of what belongs to itself, and with all below it. Pooled, never averaged. */
export interface OfficeResult {
  readonly own: Pooled
  readonly all: Pooled
}

/** Finds the office that a unit counts for: its articles' own, else its section's, else the site's; null for none. */
export function createOfficeOf(
  sections: readonly Section[],
  siteOffices: ReadonlyMap<string, string>,
): (unit: Pick<Unit, 'site' | 'prefix' | 'office'>) => string | null {
  const named = new Map(sections.map(({ site, prefix, office }) => [`${site} ${prefix}`, office]))
  return ({ site, prefix, office }) => {
    if (office !== '') return office
    return named.get(`${site} ${prefix}`) ?? siteOffices.get(site) ?? null
  }
}

/** What each office gathered, alone and with all offices below it. */
export function rollUp(
  offices: readonly Office[],
  own: ReadonlyMap<string, Pooled>,
): ReadonlyMap<string, OfficeResult> {
  const parents = new Map(offices.map(({ key, parent }) => [key, parent]))
  const all = new Map<string, Pooled>()
  for (const [office, sum] of own) {
    for (let at: string | null = office; at !== null; at = parents.get(at) ?? null) {
      all.set(at, pool(all.get(at) ?? NOTHING, sum))
    }
  }
  const result = ({ key }: Office) => ({
    own: own.get(key) ?? NOTHING,
    all: all.get(key) ?? NOTHING,
  })
  return new Map(offices.map((office) => [office.key, result(office)]))
}

/** Keys of an office and of all below it. */
export function subtreeOf(offices: readonly Office[], top: string): ReadonlySet<string> {
  const within = new Set([top])
  for (let before = 0; before < within.size; ) {
    before = within.size
    for (const { key, parent } of offices)
      if (parent !== null && within.has(parent)) within.add(key)
  }
  return within
}
