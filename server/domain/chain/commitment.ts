import { hexadecimal } from '../hexadecimal.ts'
import { deriveKey } from '../keys.ts'
import type { Mac } from '../mac.ts'

/** The nonce of what an entry says of a day. Only who has the secret can know it beforehand. */
export type NonceOf = (site: string, number: number, day: string) => string

/**
 * Nonces need not be kept, since they are derived from the secret: another one for every entry and
 * day, so that an opening tells nothing of another.
 */
export function createNonceOf(mac: Mac, secret: Uint8Array): NonceOf {
  const key = deriveKey(mac, secret, 'chain nonce')
  return (site, number, day) => hexadecimal(mac(key, `${site.length}:${site}${number}:${day}`))
}

/** SHA-256 of nonce, line feed and counts: tells nothing of them, and fits no others. */
export function commitmentTo(
  sha256: (text: string) => string,
  nonce: string,
  counts: string,
): string {
  return sha256(`${nonce}\n${counts}`)
}
