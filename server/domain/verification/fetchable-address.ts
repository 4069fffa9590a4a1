import type { IpAddress } from '../client/ip-address.ts'
import { type IpNetwork, isWithin, parseIpNetwork } from '../client/ip-network.ts'
import { type IpRange, ipRangeOf } from '../client/ip-range.ts'

/** Ranges in which an office may have a site of its own. */
const INTRANET: readonly IpRange[] = ['loopback', 'private', 'unique-local', 'shared']

/** Where machines in data centres are told their keys: not even an intranet's site is there. */
const METADATA = networks('100.100.100.200', '168.63.129.16', '192.0.0.192', 'fd00:ec2::/32')

/** The only IPv6 addresses that are routed everywhere (RFC 4291 §2.4). */
const GLOBAL_IPV6 = networks('2000::/3')

/**
 * What looks public and is not: special uses, tests, documentation, benchmarks, multicast, and
 * IPv6 that carries an IPv4 address within (RFC 6890 and IANA's registers of special purposes).
 */
const SPECIAL = networks(
  ...['0.0.0.0/8', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ...['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
)

/**
 * Why a page at this address may not be fetched; null where it may. The private ranges are open
 * to sites of an intranet, everything else that is not public to nobody.
 */
export function addressRefusal(
  address: IpAddress,
  intranet: boolean,
): 'private-address' | 'forbidden-address' | null {
  if (isInOne(address, METADATA)) return 'forbidden-address'
  const range = ipRangeOf(address)
  if (INTRANET.includes(range)) return intranet ? null : 'private-address'
  const routed = address.version === 4 || isInOne(address, GLOBAL_IPV6)
  return range === 'public' && routed && !isInOne(address, SPECIAL) ? null : 'forbidden-address'
}

function networks(...texts: readonly string[]): readonly IpNetwork[] {
  return texts.map((text) => parseIpNetwork(text) as IpNetwork)
}

function isInOne(address: IpAddress, among: readonly IpNetwork[]): boolean {
  return among.some((network) => isWithin(address, network))
}
