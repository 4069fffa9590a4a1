import type { ArticleId } from '../../store/store.ts'
import type { IpAddress } from '../ip-address.ts'
import { neighbourhoodOf, networkOf } from '../reader-network.ts'
import { nameAt } from './article-name.ts'
import type { DailyKeys, NamedKey } from './daily-keys.ts'

/** Bits of a key that are handed on. */
const HANDED_ON = 2 ** 32

/** A reader's network at one article, which links nothing to another article. */
export function networkAt(keys: DailyKeys, article: ArticleId, address: IpAddress): NamedKey {
  return keys.keyOf(`n${nameAt(article, networkOf(address))}`)
}

/** What a voter's address comes to; all null where it isn't known. */
export interface VoterKeys {
  /** The network, and the IPv6 /48 around it, at this article. */
  readonly here: NamedKey | null
  readonly block: NamedKey | null
  /** The network and its neighbourhood, at whatever article. */
  readonly network: NamedKey | null
  readonly neighbourhood: NamedKey | null
}

const UNKNOWN: VoterKeys = { here: null, block: null, network: null, neighbourhood: null }

export function voterKeys(
  keys: DailyKeys,
  article: ArticleId,
  address: IpAddress | null,
): VoterKeys {
  if (!address) return UNKNOWN
  const block = address.version === 6 && `b${nameAt(article, neighbourhoodOf(address))}`
  return {
    here: networkAt(keys, article, address),
    block: block ? keys.keyOf(block) : null,
    network: keys.keyOf(`a${networkOf(address)}`),
    neighbourhood: neighbourhoodEverywhere(keys, address),
  }
}

/** The /24 or /48 around a reader, at whatever article. */
export function neighbourhoodEverywhere(keys: DailyKeys, address: IpAddress): NamedKey {
  return keys.keyOf(`h${neighbourhoodOf(address)}`)
}

/** 32 bits of a key, as they are handed on: enough to tell a day's networks apart. 0 for none. */
export function shortened(key: NamedKey | null): number {
  return key === null ? 0 : key.key % HANDED_ON || 1
}
