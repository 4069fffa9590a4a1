import { membersOf } from './members-of.ts'

/** Counts that a site shows, with what opens the commitment of an entry to them. */
export interface ChainOpening {
  /** Of the entry. */
  readonly number: number
  readonly day: string
  readonly nonce: string
  /** Canonical JSON. */
  readonly counts: string
}

/** A site's chain as it is published. */
export interface PublishedChain {
  readonly site: string
  /** Ed25519, 32 bytes as base64url. */
  readonly publicKey: string
  readonly entries: readonly {
    /** Canonical JSON, exactly what is hashed and signed. */
    readonly entry: string
    readonly hash: string
    readonly signature: string
  }[]
  readonly openings: readonly ChainOpening[]
}

/** A chain as parsed from JSON, whoever made it; null for anything else. */
export function publishedChainFrom(value: unknown): PublishedChain | null {
  const { site, publicKey, entries, openings } = membersOf(value)
  const texts = (list: unknown, names: readonly string[]) =>
    Array.isArray(list) &&
    list.every((each) => names.every((name) => typeof membersOf(each)[name] === 'string'))
  const known =
    typeof site === 'string' &&
    typeof publicKey === 'string' &&
    texts(entries, ['entry', 'hash', 'signature']) &&
    texts(openings, ['day', 'nonce', 'counts'])
  return known ? (value as PublishedChain) : null
}
