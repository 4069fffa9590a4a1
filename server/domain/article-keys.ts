import { articleKey } from '../../shared/article-key.ts'
import type { ListedSite } from './site/site-directory.ts'

/** Most addresses remembered for one site. */
const MOST = 20_000

/** Key of an address on one of the site's hosts; null where it is no article of the site. */
export type KeyOf = (listed: ListedSite, address: string) => string | null

/** Remembers what addresses came to: a page in demand sends the same one every time. */
export function createKeyOf(): KeyOf {
  const known = new WeakMap<ListedSite, Map<string, string>>()

  return (listed, address) => {
    let keys = known.get(listed)
    if (!keys) {
      keys = new Map()
      known.set(listed, keys)
    }
    const before = keys.get(address)
    if (before !== undefined) return before
    const key = articleKey(address, listed.rule.homeHost, listed.rule.hostFor)
    if (key === null) return null
    if (keys.size >= MOST) keys.clear()
    keys.set(address, key)
    return key
  }
}
