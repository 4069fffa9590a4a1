import { bareHost } from '../../../shared/bare-host.ts'
import type { Site } from '../../store/store.ts'

/** Which origins speak for a site, and on which hosts its articles stand. */
export interface OriginRule {
  /** Exact comparison with what the browser sent: no case folding, no trailing dot. */
  admits(origin: string): boolean
  /** Host of the primary origin, where an absolute path belongs. */
  readonly homeHost: string
  /** The host that stands in the key for an address on `host`; null for a foreign one. */
  hostFor(host: string): string | null
}

const LOOPBACK_HOST = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d{1,5})?$/
const LOOPBACK_ORIGIN = /^https?:\/\/(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d{1,5})?$/
const WILDCARD = /^(https?:\/\/)\*(\..+)$/

export function createOriginRule(site: Site): OriginRule {
  const exact = new Set<string>()
  const wildcards: { scheme: string; suffix: string }[] = []
  const hosts = new Map<string, string>()
  const primary = site.origins.find(({ role }) => role === 'primary')
  const homeHost = primary ? hostOf(primary.origin) : ''

  for (const { origin, role } of site.origins) {
    const [, scheme, suffix] = WILDCARD.exec(origin) ?? []
    if (scheme !== undefined && suffix !== undefined) {
      wildcards.push({ scheme, suffix })
    } else {
      exact.add(origin)
      hosts.set(hostOf(origin), role === 'mirror' ? homeHost : hostOf(origin))
    }
  }

  return {
    homeHost,
    admits: (origin) =>
      exact.has(origin) ||
      (site.loopback && LOOPBACK_ORIGIN.test(origin)) ||
      wildcards.some(({ scheme, suffix }) => isSubdomain(origin, scheme, suffix)),
    hostFor(host) {
      const known = hosts.get(host)
      if (known !== undefined) return known
      if (site.loopback && LOOPBACK_HOST.test(host)) return homeHost
      return wildcards.some(({ suffix }) => isUnder(host, suffix)) ? host : null
    },
  }
}

function hostOf(origin: string): string {
  return bareHost(origin.slice(origin.indexOf('//') + 2))
}

/** A bare host has lost its `www.`, so the domain itself is a subdomain of it too. */
function isUnder(host: string, suffix: string): boolean {
  return isSubdomain(host, '', suffix) || isSubdomain(`www.${host}`, '', suffix)
}

function isSubdomain(text: string, prefix: string, suffix: string): boolean {
  if (!text.startsWith(prefix) || !text.endsWith(suffix)) return false
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(text.slice(prefix.length, -suffix.length))
}
