import { parseIpAddress } from '../client/ip-address.ts'
import { typedOrigin } from './new-site.ts'

/** An origin that may be meant by what somebody typed. */
export interface OriginVariant {
  readonly origin: string
  /** Whether readers of today most likely come by it. */
  readonly likely: boolean
}

/**
 * What an address may be reached by: https and http, with and without `www.`, and all subdomains.
 * Nothing where it is no address.
 */
export function originVariants(typed: string): readonly OriginVariant[] {
  const origin = typedOrigin(typed)
  if (origin === undefined) return []
  const url = new URL(origin)
  const bare = url.host.replace(/^www\./, '')
  const isName = url.hostname.includes('.') && parseIpAddress(url.hostname) === null
  if (!isName) return [{ origin, likely: true }]
  const schemes = url.protocol === 'http:' ? ['http', 'https'] : ['https', 'http']
  return [
    ...schemes.flatMap((scheme) =>
      [bare, `www.${bare}`].map((host) => ({
        origin: `${scheme}://${host}`,
        likely: scheme === schemes[0],
      })),
    ),
    { origin: `https://*.${bare}`, likely: false },
  ]
}
