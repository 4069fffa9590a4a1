import type { IpAddress } from './ip-address.ts'
import { type IpNetwork, isWithin, parseIpNetwork } from './ip-network.ts'

/** What an address is good for; `public` is everything that is nothing else. */
export type IpRange =
  | 'loopback'
  | 'private'
  | 'link-local'
  | 'unique-local'
  /** Between a carrier and its customers (RFC 6598), and in many clusters. */
  | 'shared'
  | 'public'

/** RFC 1122, 1918, 3927, 4193, 4291, 6598. */
const RANGES: readonly (readonly [IpRange, IpNetwork])[] = (
  [
    ['loopback', '127.0.0.0/8'],
    ['loopback', '::1'],
    ['private', '10.0.0.0/8'],
    ['private', '172.16.0.0/12'],
    ['private', '192.168.0.0/16'],
    ['link-local', '169.254.0.0/16'],
    ['link-local', 'fe80::/10'],
    ['unique-local', 'fc00::/7'],
    ['shared', '100.64.0.0/10'],
  ] as const
).map(([range, text]) => [range, parseIpNetwork(text) as IpNetwork])

export function ipRangeOf(address: IpAddress): IpRange {
  return RANGES.find(([, network]) => isWithin(address, network))?.[0] ?? 'public'
}
