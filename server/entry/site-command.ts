import type { Site, Store } from '../store/store.ts'

/** One command on the sites of a database. */
export interface SiteCommand {
  /** What must be typed after its name. */
  readonly operands: readonly string[]
  /** Names of its options; each takes a text. */
  readonly options: readonly string[]
  /**
   * Judges what was typed as far as that goes without the database; what comes of it does the
   * work and answers with what there is to say. Both throw a TypeError with every fault.
   */
  prepare(
    operands: readonly string[],
    options: Readonly<Record<string, readonly string[] | undefined>>,
  ): (store: Store) => Promise<string>
}

/** @throws TypeError where there is none */
export async function siteNamed(store: Store, key = ''): Promise<Site> {
  const site = (await store.readSites()).find((known) => known.key === key)
  if (!site) throw new TypeError(`There is no site ${key}.`)
  return site
}
