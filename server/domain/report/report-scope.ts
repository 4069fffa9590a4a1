import type { Office, Site, Store } from '../../store/store.ts'
import { subtreeOf } from './office-tree.ts'
import { narrowPlaces, readUnitPlaces, type Scoped } from './unit-places.ts'

/** What a report is about: an office with all that is below it, a site, or one of its articles. */
export type ReportScope =
  | { readonly kind: 'office'; readonly office: Office }
  | { readonly kind: 'site'; readonly site: Site }
  | { readonly kind: 'article'; readonly site: Site; readonly article: string }

/** Reads which units of which sites a report is about; an article's, those of its site. */
export async function readScope(store: Store, scope: ReportScope): Promise<Scoped> {
  const places = await readUnitPlaces(store)
  if (scope.kind !== 'office') {
    return narrowPlaces(places, (_, site) => site === scope.site.key)
  }
  const within = subtreeOf(places.offices, scope.office.key)
  return narrowPlaces(places, ({ office }) => office !== null && within.has(office))
}
