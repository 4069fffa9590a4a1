import type { ArticleId } from '../../store/store.ts'
import type { IpAddress } from '../client/ip-address.ts'
import { networkAround } from '../client/ip-network.ts'
import { nameAt } from './article-name.ts'
import type { DailyKeys, KeyPair, NamedKey } from './daily-keys.ts'

/** A key without its last 21 bits has 32, another for each network of a neighbourhood. */
const NOT_HANDED_ON = 2 ** 21

/*
 * A reader's network is what a household, an office or a phone has: an IPv4 address, or an IPv6
 * /64, within which one machine has as many addresses as it likes. It is part of a neighbourhood,
 * what a provider or an organisation has next to it: a /24, or a /48.
 */

/** A reader's neighbourhood and network at one article, which link nothing to another article. */
export function keysAt(
  keys: DailyKeys,
  article: ArticleId,
  address: IpAddress | null,
): KeyPair | null {
  if (!address) return null
  return keys.keysOf(`n${nameAt(article, neighbourhoodOf(address))}`, placeOf(address))
}

/** A reader's neighbourhood and network, at whatever article. */
export function keysEverywhere(keys: DailyKeys, address: IpAddress | null): KeyPair | null {
  return address && keys.keysOf(`a${neighbourhoodOf(address)}`, placeOf(address))
}

/** The IPv6 /48 around a network; null for IPv4, where neighbours are strangers. */
export function blockOf(address: IpAddress | null, { whole }: KeyPair): NamedKey | null {
  return address?.version === 6 ? whole : null
}

/** A key whose name is gone. */
export function forgotten(key: number): NamedKey {
  return { name: '', place: 0, key }
}

/** 32 bits of a key, as they are handed on: enough to tell a day's networks apart. 0 for none. */
export function shortened(named: NamedKey | undefined): number {
  return named ? Math.floor(named.key / NOT_HANDED_ON) || 1 : 0
}

function neighbourhoodOf(address: IpAddress): string {
  return networkAround(address, address.version === 4 ? 24 : 48).text
}

/** Which of its neighbourhood's networks an address is in. */
function placeOf({ version, words }: IpAddress): number {
  return version === 4 ? (words[1] as number) & 255 : (words[3] as number)
}
