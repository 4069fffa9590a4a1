import { type IpAddress, ipAddressOf, parseIpAddress } from './ip-address.ts'

/** All addresses that begin with the same bits. */
export interface IpNetwork {
  readonly version: 4 | 6
  /** As in an address; the bits beyond the length are zero. */
  readonly words: readonly number[]
  /** How many bits are the same. */
  readonly length: number
  /** Canonical, such as `10.0.0.0/8`. */
  readonly text: string
}

/** Bits in front of the IPv4 address that an IPv6 one carries. */
const CARRIER_BITS = 96

/**
 * Reads `10.0.0.0/8`, `2001:db8::/32`, or one address, which is a network of its own. Null for
 * anything else, for bits set beyond the length (a slip, most likely) and for length 0.
 */
export function parseIpNetwork(text: string): IpNetwork | null {
  const slash = text.indexOf('/')
  const spelt = slash < 0 ? text : text.slice(0, slash)
  const address = parseIpAddress(spelt)
  if (!address) return null
  const most = address.words.length * 16
  if (slash < 0) return networkAround(address, most)

  const digits = text.slice(slash + 1)
  if (!/^(0|[1-9]\d{0,2})$/.test(digits)) return null
  const carried = address.version === 4 && spelt.includes(':')
  const length = Number(digits) - (carried ? CARRIER_BITS : 0)
  if (length < 1 || length > most) return null
  const network = networkAround(address, length)
  return network.words.every((word, i) => word === address.words[i]) ? network : null
}

/** The network of a length around an address; its text is the one name of all who are in it. */
export function networkAround({ version, words }: IpAddress, length: number): IpNetwork {
  const kept = words.map((word, i) => word & maskOf(length - i * 16))
  return { version, words: kept, length, text: `${ipAddressOf(kept).text}/${length}` }
}

export function isWithin(address: IpAddress, { version, words, length }: IpNetwork): boolean {
  if (address.version !== version) return false
  for (let i = 0; i * 16 < length; i++) {
    const difference = (address.words[i] as number) ^ (words[i] as number)
    if ((difference & maskOf(length - i * 16)) !== 0) return false
  }
  return true
}

/** A word whose first `bits` are set. */
function maskOf(bits: number): number {
  if (bits >= 16) return 0xffff
  return bits <= 0 ? 0 : (0xffff << (16 - bits)) & 0xffff
}
