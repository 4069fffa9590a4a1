import type { Site, Store } from '../store/store.ts'
import { createOriginRule, type OriginRule } from './origin-rule.ts'

/** How long the sites are served from memory, in milliseconds. */
const FRESH_FOR = 30_000

/** A site, and what its origins allow. */
export interface ListedSite {
  readonly site: Site
  readonly rule: OriginRule
}

type Sites = ReadonlyMap<string, ListedSite>

export interface SiteDirectory {
  find(key: string): ListedSite | undefined | Promise<ListedSite | undefined>
  /** Whether any site takes part from this origin. Costs no database work. */
  admits(origin: string): boolean | Promise<boolean>
}

/**
 * All sites in memory, read again when older than half a minute. While a fresh list is on
 * its way, and if it can't be read, the old one serves.
 */
export function createSiteDirectory(store: Store, clock: () => number): SiteDirectory {
  let sites: Sites | undefined
  let readAt = 0
  let reading: Promise<Sites> | undefined

  async function read(): Promise<Sites> {
    const listed = (await store.readSites()).map((site) => ({ site, rule: createOriginRule(site) }))
    sites = new Map(listed.map((entry) => [entry.site.key, entry]))
    readAt = clock()
    return sites
  }

  function present(): Sites | Promise<Sites> {
    const age = clock() - readAt
    if (sites && age >= 0 && age < FRESH_FOR) return sites
    reading ??= read().finally(() => {
      reading = undefined
    })
    if (!sites) return reading
    reading.catch(() => undefined)
    return sites
  }

  /** Answers at once where the sites are here: a promise for each request has its price. */
  function ask<T>(question: (sites: Sites) => T): T | Promise<T> {
    const known = present()
    return known instanceof Promise ? known.then(question) : question(known)
  }

  return {
    find: (key) => ask((known) => known.get(key)),
    admits: (origin) => ask((known) => [...known.values()].some(({ rule }) => rule.admits(origin))),
  }
}
