/** Where articles are pooled: of one site, under one prefix, of one office of their own. */
export interface UnitParts {
  /** Of a section; empty for the rest of the site. */
  readonly prefix: string
  /** What its articles have as their own office; empty for none. */
  readonly office: string
}

/** What decides in which unit an article belongs; of an alias, what is said of its target. */
export interface SortedArticle {
  readonly id: number
  readonly key: string
  /** Whether its own site has it: a stranger's address makes no section. */
  readonly verified: boolean
  readonly office: string
  /** Where it is pooled now; null before it was ever sorted. */
  readonly unit: UnitParts | null
}

/** How far the sums of a site have come. */
export interface Summary {
  readonly site: string
  /** The last closed day that is in them; empty before the first. */
  readonly through: string
  /** Articles up to this id are in the units where they belong. */
  readonly sorted: number
}

/** Puts articles in the units where they belong. */
export interface Sorting {
  /** Of every site. */
  readSummaries(): Promise<readonly Summary[]>
  /** The next articles of a site behind an id, in their order. */
  readUnsorted(site: string, after: number, most: number): Promise<readonly SortedArticle[]>
  /**
   * Puts articles into units, and marks what was summed of them. In one transaction, which must be
   * short: few articles at once where they have a history.
   * @param found prefixes that were found in addresses, with names for them
   * @param sorted where the site's articles were sorted up to, and are now: somebody may have set it back meanwhile
   */
  placeArticles(
    site: string,
    placed: readonly { readonly id: number; readonly unit: UnitParts }[],
    found: readonly { readonly prefix: string; readonly name: string }[],
    sorted: { readonly before: number; readonly after: number },
  ): Promise<void>
}
