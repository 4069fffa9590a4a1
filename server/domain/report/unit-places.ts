import type { Office, Section, Site, Store } from '../../store/store.ts'
import { createOfficeOf } from './office-tree.ts'

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

/** Every unit of every site with who answers for it, as it stands now: who is given something gets all its history. */
export async function readUnitPlaces(store: Store): Promise<Scoped> {
  const [offices, sections, siteOffices, units, sites] = await Promise.all([
    ...([store.readOffices(), store.readSections()] as const),
    ...([store.readSiteOffices(), store.readUnits(), store.readSites()] as const),
  ])
  const officeOf = createOfficeOf(sections, siteOffices)
  const placed = sites.map((site): ScopedSite => {
    const own = units.filter((unit) => unit.site === site.key)
    // What was not sorted yet is of the site itself.
    const rest = { id: 0, site: site.key, prefix: '', office: '' }
    const places = [rest, ...own].map((unit) => {
      return [unit.id, { prefix: unit.prefix, office: officeOf(unit) }] as const
    })
    return { site, units: new Map(places), whole: true }
  })
  return { sites: placed, offices, sections }
}

/** Only the units that fit, and the sites that have any. */
export function narrowPlaces(
  places: Scoped,
  fits: (place: UnitPlace, site: string) => boolean,
): Scoped {
  const sites = places.sites.map(({ site, units, whole }): ScopedSite => {
    const fit = [...units].filter(([, place]) => fits(place, site.key))
    return { site, units: new Map(fit), whole: whole && fit.length === units.size }
  })
  return { ...places, sites: sites.filter(({ units }) => units.size > 0) }
}
