import type { IpAddress } from './ip-address.ts'
import { networkAround } from './ip-network.ts'

/**
 * What one household, office or phone has: an IPv4 address, or an IPv6 /64, within which a
 * single machine has as many addresses as it likes.
 */
export function networkOf(address: IpAddress): string {
  return address.version === 4 ? address.text : networkAround(address, 64).text
}

/** What a provider or an organisation has next to it: a /24, or an IPv6 /48. */
export function neighbourhoodOf(address: IpAddress): string {
  return networkAround(address, address.version === 4 ? 24 : 48).text
}
