import { articleAddress } from '../shared/article-address.ts'
import { articleKey, isHomePage } from '../shared/article-key.ts'
import { bareHost } from '../shared/bare-host.ts'
import { pageAddresses } from './page-addresses.ts'

/** The article that a page shows, as this browser names it. */
export interface PageArticle {
  /** Normalised key; ballots and visits are kept under it. */
  readonly key: string
  /** The page's own address, only where it differs from the canonical one. */
  readonly page?: string
}

/**
 * @param asked an address or path that stands in for what the page says of itself
 * @param byAddress true where the page's own address goes before what it says of itself
 */
export function articleOfPage(asked: string | null, byAddress = false): PageArticle {
  const address = asked || !byAddress ? articleAddress(pageAddresses(asked)) : location.href
  const key = keyOf(address) ?? address
  const own = keyOf(location.href)
  return asked || !own || own === key ? { key } : { key, page: own }
}

/** True on the site's home page, which is an article only where something asks for one. */
export function isAtHome(): boolean {
  return isHomePage(articleOfPage(null).key)
}

function keyOf(address: string): string | null {
  return articleKey(address, bareHost(location.host), (host) => host)
}
