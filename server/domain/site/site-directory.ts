import type { Site, Store } from '../../store/store.ts'
import { createOriginRule, type OriginRule } from './origin-rule.ts'

/** How long the sites are served from memory, in milliseconds. */
const FRESH_FOR = 30_000
/** How long a reading is waited for before another one begins, in milliseconds. */
const PATIENCE = 5_000

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
  /** Reads the sites again now, since one of them was changed. */
  renew(): Promise<void>
}

/**
 * All sites in memory, read again when older than half a minute. While a fresh list is on
 * its way, and if it can't be read, the old one serves.
 * @param keepGoing keeps a reading alive for which no reply waits
 */
export function createSiteDirectory(
  store: Store,
  clock: () => number,
  keepGoing: (work: Promise<unknown>) => void,
): SiteDirectory {
  let sites: Sites | undefined
  let readAt = 0
  let reading: Promise<Sites> | undefined
  let begunAt = 0

  async function read(): Promise<Sites> {
    const listed = (await store.readSites()).map((site) => ({ site, rule: createOriginRule(site) }))
    sites = new Map(listed.map((entry) => [entry.site.key, entry]))
    readAt = clock()
    return sites
  }

  function present(): Sites | Promise<Sites> {
    const now = clock()
    const age = now - readAt
    if (sites && age >= 0 && age < FRESH_FOR) return sites
    const waited = now - begunAt
    // A reading that went with its request never ends, and must not be the last one.
    const underWay = waited >= 0 && waited < PATIENCE ? reading : undefined
    const coming = underWay ?? begin(now)
    return sites ?? coming
  }

  function begin(now: number): Promise<Sites> {
    begunAt = now
    const begun = read().finally(() => {
      if (reading === begun) reading = undefined
    })
    reading = begun
    keepGoing(begun.catch(() => undefined))
    return begun
  }

  /** Answers at once where the sites are here: a promise for each request has its price. */
  function ask<T>(question: (sites: Sites) => T): T | Promise<T> {
    const known = present()
    return known instanceof Promise ? known.then(question) : question(known)
  }

  return {
    find: (key) => ask((known) => known.get(key)),
    renew: async () => void (await begin(clock())),
    admits: (origin) => ask((known) => [...known.values()].some(({ rule }) => rule.admits(origin))),
  }
}
