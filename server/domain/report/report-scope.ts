import type { Office, Section, Site, Store } from '../../store/store.ts'
import { subtreeOf } from './office-tree.ts'
import { narrowPlaces, readUnitPlaces } from './unit-places.ts'

/** What a report is about: an office with all that is below it, a site, or one of its articles. */
export type ReportScope =
  | { readonly kind: 'office'; readonly office: Office }
  | { readonly kind: 'site'; readonly site: Site }
  | { readonly kind: 'article'; readonly site: Site; readonly article: string }

/** Where a unit's articles stand. */
export interface UnitPlace {
  readonly prefix: string
  /** Key of the office that answers for them; null for none. */
  readonly office: string | null
}

/** The units of a site that a report is about. */
export interface ScopedSite {
  readonly site: Site
  readonly units: ReadonlyMap<number, UnitPlace>
  /** Whether they are all that the site has. */
  readonly whole: boolean
}

/** What a report is about, as it stands now: who is given something gets all its history. */
export interface Scoped {
  readonly sites: readonly ScopedSite[]
  readonly offices: readonly Office[]
  readonly sections: readonly Section[]
}

/** Reads which units of which sites a report is about; an article's, those of its site. */
export async function readScope(store: Store, scope: ReportScope): Promise<Scoped> {
  const places = await readUnitPlaces(store)
  if (scope.kind !== 'office') {
    return narrowPlaces(places, (_, site) => site === scope.site.key)
  }
  const within = subtreeOf(places.offices, scope.office.key)
  return narrowPlaces(places, ({ office }) => office !== null && within.has(office))
}
