import type { ArticleId } from '../store/store.ts'
import { hexadecimal } from './hexadecimal.ts'
import { deriveKey } from './keys.ts'
import type { Mac } from './mac.ts'

const VOTER_BYTES = 16

/** Turns a ballot into the voter that the database knows. */
export type VoterOf = (article: ArticleId, ballot: string) => string

/**
 * A voter is a keyed hash of site, article and ballot, 16 bytes as hexadecimal digits:
 * unique per article, so that nothing links a reader across articles, and useless
 * without the secret. Lengths go first, so that no field can be shifted into the next.
 */
export function createVoterOf(mac: Mac, secret: Uint8Array): VoterOf {
  const keys = new Map<string, Uint8Array>()

  return ({ site, key }, ballot) => {
    let siteKey = keys.get(site)
    if (!siteKey) {
      siteKey = deriveKey(mac, secret, `voter ${site}`)
      keys.set(site, siteKey)
    }
    const message = `${site.length}:${site}${key.length}:${key}${ballot}`
    return hexadecimal(mac(siteKey, message), VOTER_BYTES)
  }
}
