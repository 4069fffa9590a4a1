import type { OriginRule } from '../site/origin-rule.ts'
import type { VerificationFailure } from './verification-failure.ts'

/** What of a site's rule says where its pages may be asked for. */
type Admits = Pick<OriginRule, 'admits'>

/**
 * The address at which an article's page stands, on one of its site's own origins. A key has
 * lost its scheme, its `www.` and the default port, so that each is tried in turn: https first.
 * @param intranet whether plain http will do
 */
export function pageAddress(
  key: string,
  { admits }: Admits,
  intranet: boolean,
): URL | VerificationFailure {
  for (const scheme of ['https://', 'http://']) {
    for (const prefix of ['', 'www.']) {
      const address = `${scheme}${prefix}${key}`
      // Nothing goes before a host that is an address.
      if (!URL.canParse(address)) continue
      const url = new URL(address)
      if (admits(url.origin)) return scheme === 'https://' || intranet ? url : 'plain-http'
    }
  }
  return 'no-origin'
}
