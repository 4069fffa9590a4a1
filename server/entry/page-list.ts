import { articleKey } from '../../shared/article-key.ts'
import { createOriginRule } from '../domain/site/origin-rule.ts'
import { pageTitle } from '../domain/verification/page-title.ts'
import type { KnownPage, Site } from '../store/store.ts'

/** An address as a list has it, with its title where it has one. */
export interface ListedAddress {
  readonly address: string
  readonly title: string | null
}

/** What of a list are articles of a site, each once. */
export interface PageList {
  readonly pages: readonly KnownPage[]
  /** Addresses that are no article of the site. */
  readonly foreign: readonly string[]
}

export function pageListOf(site: Site, addresses: readonly ListedAddress[]): PageList {
  const { homeHost, hostFor } = createOriginRule(site)
  const pages = new Map<string, KnownPage>()
  const foreign: string[] = []
  for (const { address, title } of addresses) {
    const key = articleKey(address, homeHost, hostFor)
    if (key === null) foreign.push(address)
    else pages.set(key, { key, title: pageTitle(title) ?? pages.get(key)?.title ?? null })
  }
  return { pages: [...pages.values()], foreign }
}
