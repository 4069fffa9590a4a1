import type { Office, Section, Site, Store } from '../../store/store.ts'
import { createOfficeOf, subtreeOf } from './office-tree.ts'

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
  const [offices, sections, siteOffices, units, all] = await Promise.all([
    ...([store.readOffices(), store.readSections()] as const),
    ...([store.readSiteOffices(), store.readUnits(), store.readSites()] as const),
  ])
  const officeOf = createOfficeOf(sections, siteOffices)
  const within = scope.kind === 'office' ? subtreeOf(offices, scope.office.key) : null
  const sites = scope.kind === 'office' ? all : [scope.site]
  const scoped = sites.map((site): ScopedSite => {
    const own = units.filter((unit) => unit.site === site.key)
    // What was not sorted yet is of the site itself.
    const places = [{ id: 0, site: site.key, prefix: '', office: '' }, ...own].map((unit) => {
      return [unit.id, { prefix: unit.prefix, office: officeOf(unit) }] as const
    })
    const fit = places.filter(([, { office }]) => !within || (office && within.has(office)))
    return { site, units: new Map(fit), whole: fit.length === places.length }
  })
  return { sites: scoped.filter(({ units: { size } }) => size > 0), offices, sections }
}
