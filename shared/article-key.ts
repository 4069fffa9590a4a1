import { bareHost } from './bare-host.ts'

/** Longest key in bytes; a key is ASCII, so that is its length. */
const LONGEST_KEY = 512

const TAILS = /(\/(index\.(php|html))?)+$/
const TRACKING = /^(utm_[^=]*|fbclid|gclid|msclkid|igshid|_ga|mc_eid|ref)(=|$)/

/**
 * The key of an article, `host[:port]/path[?query]`, from an http(s) address, from an absolute
 * path of `homeHost`, or from a key; `null` for what is no article address: another scheme, a
 * user name, control characters, `//host/x`, a foreign host, a key over 512 bytes. A key is its
 * own key.
 *
 * `hostFor` is given the host as {@link bareHost} leaves it and answers the host to use in the
 * key (a mirror's is that of the primary origin, in the same form), or `null` for a foreign one.
 */
export function articleKey(
  address: string,
  homeHost: string,
  hostFor: (host: string) => string | null,
): string | null {
  const url = readAddress(address, homeHost)
  const host = url && hostFor(bareHost(url.host))
  if (!host) return null

  const path = tidyEscapes(url.pathname).replace(TAILS, '')
  const query = tidyEscapes(url.search.slice(1))
    .split('&')
    .filter((part) => part && !TRACKING.test(part))
    .sort(byName)
    .join('&')
  const key = host + (path || '/') + (query && `?${query}`)
  return key.length > LONGEST_KEY ? null : key
}

/** True for the key of a site's home page, which is an article only where a page says so. */
export function isHomePage(key: string): boolean {
  return /^[^/]+\/$/.test(key)
}

function readAddress(address: string, homeHost: string): URL | null {
  // The URL parser drops some of these without a word: no address that a site wrote has any.
  if (/\p{Cc}/u.test(address)) return null
  const text = address.replace(/^ +/, '')
  let place = ''
  if (/^https?:\/\//i.test(text)) place = text.slice(text.indexOf('//') + 2)
  else if (/^\/(?![/\\])/.test(text)) place = homeHost + text
  // Up to the first slash this is host[:port], never a scheme: `localhost:8787/demo`.
  else if (/^[^/?#\\]*[^/?#\\:]\//.test(text)) place = text
  if (/^[/\\]*[^/?#\\]*@/.test(place)) return null
  try {
    return new URL(`http://${place}`)
  } catch {
    // Not an address; the caller is told so by the null.
    return null
  }
}

/**
 * Decodes escapes of unreserved characters and writes the others in upper case (RFC 3986,
 * 6.2.2). Escapes what some browsers leave raw in a URL and others do not, so that every
 * runtime makes the same key.
 */
function tidyEscapes(text: string): string {
  return text
    .replace(/[\^`{|}]/g, encodeURIComponent)
    .replace(/(%[\da-f]?)?(%[\da-f]{2})/gi, (_, stray: string | undefined, hex: string) => {
      const character = String.fromCharCode(Number(hex.replace('%', '0x')))
      // After a stray percent sign (`%%341`) decoding would make a new escape.
      return !stray && /[\w.~-]/.test(character) ? character : (stray ?? '') + hex.toUpperCase()
    })
}

function byName(a: string, b: string): number {
  const [x = '', y = ''] = [a, b].map((part) => part.split('=')[0])
  return x < y ? -1 : Number(x > y)
}
