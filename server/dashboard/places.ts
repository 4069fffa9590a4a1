import type { Office, Site, Store } from '../store/store.ts'

/** The tree of offices, and which office each site belongs to. */
export interface Places {
  readonly offices: readonly Office[]
  /** Key of a site's office by that of the site; nothing for one that has none. */
  readonly officeOf: ReadonlyMap<string, string>
}

/** For whom there is nothing to see. */
export const NOWHERE: { readonly sites: readonly Site[]; readonly places: Places } = {
  sites: [],
  places: { offices: [], officeOf: new Map() },
}

/** Every site and office as they are now. */
export async function readPlaces(store: Store): Promise<typeof NOWHERE> {
  const [sites, offices, officeOf] = await Promise.all([
    store.readSites(),
    store.readOffices(),
    store.readSiteOffices(),
  ])
  return { sites, places: { offices, officeOf } }
}
