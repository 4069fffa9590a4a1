import type { Random } from '../../tests/support/seeded.ts'
import { below } from './chance.ts'

/** Addresses that readers and attackers come from; all of them public ones. */
export type AddressOf = (random: Random) => string

/** One home each: four in five with an IPv4 address of its own, the others with an IPv6 /64. */
export const home: AddressOf = (random) => {
  if (random() < 0.8) {
    return `${36 + below(random, 90)}.${below(random, 256)}.${below(random, 256)}.${1 + below(random, 254)}`
  }
  const group = () => below(random, 65_536).toString(16)
  return `2404:${group()}:${group()}:${group()}::1`
}

/** A carrier's readers, thousands of them, behind the addresses of one /24. */
export function carrier(number: number, addresses: number): AddressOf {
  return (random) => `114.${number}.7.${1 + below(random, addresses)}`
}

/** Offices, each behind one address of its own. */
export function offices(count: number): AddressOf {
  return (random) => office(below(random, count))
}

export function office(number: number): string {
  return `103.${10 + (number >> 8)}.${number & 255}.5`
}

/** Rented proxies: addresses all over the world, each used for a while. */
export function proxies(random: Random, count: number): readonly string[] {
  return Array.from({ length: count }, () => home(random))
}

/** Some of several sources, each by its share. */
export function mixed(
  sources: readonly (readonly [share: number, source: AddressOf])[],
): AddressOf {
  return (random) => {
    let left = random()
    for (const [share, source] of sources) {
      left -= share
      if (left < 0) return source(random)
    }
    return home(random)
  }
}
