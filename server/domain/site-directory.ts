import type { Site, Store } from '../store/store.ts'
import { createOriginRule, type OriginRule } from './origin-rule.ts'

/** How long the sites are served from memory, in milliseconds. */
const FRESH_FOR = 30_000

/** A site, and what its origins allow. */
export interface ListedSite {
  readonly site: Site
  readonly rule: OriginRule
}

export interface SiteDirectory {
  find(key: string): Promise<ListedSite | undefined>
  /** Whether any site takes part from this origin. Costs no database work. */
  admits(origin: string): Promise<boolean>
}

/**
 * All sites in memory, read again when older than half a minute. While a fresh list is on
 * its way, and if it can't be read, the old one serves.
 */
export function createSiteDirectory(store: Store, clock: () => number): SiteDirectory {
  let sites: ReadonlyMap<string, ListedSite> | undefined
  let readAt = 0
  let reading: Promise<ReadonlyMap<string, ListedSite>> | undefined

  async function read(): Promise<ReadonlyMap<string, ListedSite>> {
    const listed = (await store.readSites()).map((site) => ({ site, rule: createOriginRule(site) }))
    sites = new Map(listed.map((entry) => [entry.site.key, entry]))
    readAt = clock()
    return sites
  }

  function present(): ReadonlyMap<string, ListedSite> | Promise<ReadonlyMap<string, ListedSite>> {
    const age = clock() - readAt
    if (sites && age >= 0 && age < FRESH_FOR) return sites
    reading ??= read().finally(() => {
      reading = undefined
    })
    if (!sites) return reading
    reading.catch(() => undefined)
    return sites
  }

  return {
    async find(key) {
      return (await present()).get(key)
    },
    async admits(origin) {
      for (const { rule } of (await present()).values()) {
        if (rule.admits(origin)) return true
      }
      return false
    },
  }
}
