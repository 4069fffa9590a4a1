import { articleAddress } from '../shared/article-address.ts'
import { articleKey } from '../shared/article-key.ts'
import { bareHost } from '../shared/bare-host.ts'
import { pageAddresses } from './page-addresses.ts'

/** The article that a page shows, as this browser names it. */
export interface PageArticle {
  /** Normalised key; ballots and visits are kept under it. */
  readonly key: string
  /** The page's own address, only where it differs from the canonical one. */
  readonly page?: string
}

/** @param asked an address or path that stands in for what the page says of itself */
export function articleOfPage(asked: string | null): PageArticle {
  const address = articleAddress(pageAddresses(asked))
  const key = keyOf(address) ?? address
  const own = keyOf(location.href)
  return asked || !own || own === key ? { key } : { key, page: own }
}

function keyOf(address: string): string | null {
  return articleKey(address, bareHost(location.host), (host) => host)
}
