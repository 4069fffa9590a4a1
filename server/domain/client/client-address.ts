import { type IpAddress, parseIpAddress } from './ip-address.ts'
import { type IpNetwork, isWithin, networkAround } from './ip-network.ts'
import { ipRangeOf } from './ip-range.ts'

/** Where a request came from, and what about the proxies before it is amiss. */
export interface ClientAddress {
  /** Null where the reader's address can't be known. */
  readonly address: IpAddress | null
  /** A network that forwards requests without being trusted. */
  readonly untrusted: IpNetwork | null
  /** A trusted network that forwards requests without `X-Forwarded-For`. */
  readonly silent: IpNetwork | null
}

/** The value of a request's header. */
export type HeaderOf = (name: string) => string | undefined

const FORWARDED_FOR = 'X-Forwarded-For'
/** Never believed: they only give away that there is a proxy. */
const OTHERS = ['Forwarded', 'CF-Connecting-IP', 'X-Real-IP']

/** How much of `X-Forwarded-For` is looked at, from its end: hops, and characters. */
const MOST_HOPS = 16
const MOST_CHARACTERS = 1024

const UNKNOWN: ClientAddress = { address: null, untrusted: null, silent: null }

/**
 * Finds the reader's address: the peer's, or behind trusted proxies the right-most hop of
 * `X-Forwarded-For` that is not trusted itself. What stands to the left of it is the reader's
 * own word. A hop that is no address makes it unknown; where all are trusted it is the left-most.
 *
 * A public network of several addresses is a CDN's, which other customers send from as well: it is
 * crossed once, and whoever it saw is the reader, even one of its own. Single addresses and private
 * networks are one's own and crossed as often as they come.
 *
 * A peer of a private network that forwards without being trusted is a proxy that nobody
 * configured: every reader would be one address, so it is unknown instead.
 * @param peer who is at the other end of the socket
 */
export function clientAddress(
  peer: string | undefined,
  header: HeaderOf,
  trusted: readonly IpNetwork[],
): ClientAddress {
  const address = peer === undefined ? null : parseIpAddress(peer)
  if (!address) return UNKNOWN
  const forwarded = header(FORWARDED_FOR)
  const forwards = () => OTHERS.some((name) => isForeign(header(name), peer))

  if (!isTrusted(address, trusted)) {
    const proxy = isInternal(address) && (isForeign(forwarded, peer) || forwards())
    return proxy ? { ...UNKNOWN, untrusted: surroundings(address) } : known(address)
  }
  if (forwarded) return walk(forwarded, trusted, isShared(address, trusted))
  return forwards() ? { ...UNKNOWN, silent: surroundings(address) } : known(address)
}

/**
 * From the right over the trusted hops.
 * @param fromShared whether the peer is in a network that is crossed once
 */
function walk(
  forwarded: string,
  trusted: readonly IpNetwork[],
  fromShared: boolean,
): ClientAddress {
  let crossed = fromShared
  const cut = forwarded.length > MOST_CHARACTERS
  const text = cut ? forwarded.slice(-MOST_CHARACTERS) : forwarded
  let end = text.length
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const comma = end === 0 ? -1 : text.lastIndexOf(',', end - 1)
    const first = comma < 0
    if (first && cut) return UNKNOWN
    const address = parseHop(text.slice(comma + 1, end).trim())
    if (!address) return UNKNOWN
    const shared = isShared(address, trusted)
    if (shared && crossed) return known(address)
    crossed ||= shared
    if (!isTrusted(address, trusted)) {
      // What forwards within a private network may be one proxy more, which then wants trusting.
      const untrusted = !first && isInternal(address) ? surroundings(address) : null
      return { address, untrusted, silent: null }
    }
    if (first) return known(address)
    end = comma
  }
  return UNKNOWN
}

/** A hop as proxies append them: `1.2.3.4`, `1.2.3.4:443`, `::1`, `[::1]`, `[::1]:443`. */
function parseHop(text: string): IpAddress | null {
  if (text.startsWith('[')) {
    const close = text.indexOf(']')
    const inner = text.slice(1, close)
    return close > 0 && inner.includes(':') && isPort(text.slice(close + 1))
      ? parseIpAddress(inner)
      : null
  }
  const colon = text.indexOf(':')
  const withPort = colon > 0 && text.includes('.') && colon === text.lastIndexOf(':')
  if (!withPort) return parseIpAddress(text)
  return isPort(text.slice(colon)) ? parseIpAddress(text.slice(0, colon)) : null
}

function isPort(text: string): boolean {
  return text === '' || /^:\d{1,5}$/.test(text)
}

/** On Workers the platform names the peer in such a header; that forwards nothing. */
function isForeign(value: string | undefined, peer: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== peer
}

function isTrusted(address: IpAddress, trusted: readonly IpNetwork[]): boolean {
  for (const network of trusted) if (isWithin(address, network)) return true
  return false
}

/** Whether an address is trusted only with others of a public network. */
function isShared(address: IpAddress, trusted: readonly IpNetwork[]): boolean {
  if (isInternal(address)) return false
  const around = trusted.filter((network) => isWithin(address, network))
  return around.length > 0 && around.every(({ words, length }) => length < words.length * 16)
}

function isInternal(address: IpAddress): boolean {
  return ipRangeOf(address) !== 'public'
}

/** Where a proxy may turn up again after it was started anew. */
function surroundings(address: IpAddress): IpNetwork {
  return networkAround(address, address.version === 4 ? 24 : 64)
}

function known(address: IpAddress): ClientAddress {
  return { address, untrusted: null, silent: null }
}
