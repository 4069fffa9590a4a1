import type { Site } from '../../store/store.ts'
import { isTimeZone } from '../local-day.ts'

/** What somebody types to make a site. */
export interface NewSite {
  readonly key?: string | undefined
  readonly name?: string | undefined
  readonly origins?: readonly string[] | undefined
  readonly zone?: string | undefined
}

const KEY = /^[a-z0-9][a-z0-9-]{0,62}$/
const WILDCARD = /^https?:\/\/\*(\.[a-z0-9-]+){2,}$/
const ZONE = 'Asia/Jakarta'

/**
 * A site from what somebody typed, or every fault in it. The first origin is the primary
 * one; each must be exactly what a browser sends, or `https://*.domain`.
 * @param now seconds since 1970
 */
export function siteFrom(
  typed: NewSite,
  now: number,
): Site | { readonly faults: readonly string[] } {
  const { key = '', name = '', origins = [], zone = ZONE } = typed
  const faults: string[] = []
  if (!KEY.test(key)) faults.push('KEY is lower-case letters, digits and hyphens, at most 63.')
  if (name.trim() === '') faults.push('--name is missing.')
  if (origins.length === 0) faults.push('--origin is missing.')
  for (const [i, origin] of origins.entries()) {
    if (!isOrigin(origin) && (i === 0 || !isWildcard(origin))) {
      faults.push(`--origin ${origin} is not an origin such as https://desa.example.go.id.`)
    }
  }
  if (!isTimeZone(zone)) faults.push(`--zone ${zone} is not a time zone such as Asia/Makassar.`)
  if (faults.length > 0) return { faults }
  return {
    key,
    name: name.trim(),
    timeZone: zone,
    settings: {},
    loopback: false,
    intranet: false,
    addedAt: now,
    origins: origins.map((origin, i) => ({ origin, role: i === 0 ? 'primary' : 'additional' })),
  }
}

/** Whether it stands for every subdomain of a domain, as `https://*.domain` does. */
export function isWildcard(origin: string): boolean {
  return WILDCARD.test(origin)
}

/**
 * The origin of what somebody typed: an address, with or without its scheme, which is https then.
 * Undefined where it is no address on the web.
 */
export function typedOrigin(typed: string): string | undefined {
  const address = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`
  const { origin = '' } = URL.canParse(address) ? new URL(address) : {}
  return isOrigin(origin) ? origin : undefined
}

/** The URL standard lets a host hold a star; that one is a wildcard, not an origin. */
function isOrigin(text: string): boolean {
  return /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text
}
