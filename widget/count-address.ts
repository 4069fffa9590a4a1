import { articleAddress } from '../shared/article-address.ts'
import { articleKey } from '../shared/article-key.ts'
import { bareHost } from '../shared/bare-host.ts'
import { LONGEST_ADDRESS } from '../shared/longest-address.ts'

/**
 * The address by which a server is asked for an article, from an address, a path or a link;
 * empty for what it would refuse, because it refuses all that is asked for together with it.
 */
export function countAddress(asked: string | null): string {
  if (!asked?.trim()) return ''
  const address = articleAddress({ asked, location: location.href })
  return address.length <= LONGEST_ADDRESS && keyOf(address) ? address : ''
}

/** The host of an address, as far as a page can tell: that of a path is the page's. */
export function hostOf(address: string): string {
  return keyOf(address)?.split('/')[0] ?? ''
}

function keyOf(address: string): string | null {
  // A page in a file has no host; its paths are those of the site all the same.
  return articleKey(address, bareHost(location.host) || 'file', (host) => host)
}
