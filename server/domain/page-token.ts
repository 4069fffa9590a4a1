import type { ArticleId } from '../store/store.ts'
import { hexadecimal } from './hexadecimal.ts'
import { deriveKey } from './keys.ts'
import type { Mac } from './mac.ts'

/** How long a page token may be spent, in milliseconds. */
const PAGE_TOKEN_LIFE = 2 * 60 * 60 * 1000

const NONCE_BYTES = 8
const MAC_BYTES = 16
/** Issued (milliseconds, base 36), nonce, MAC. */
const FORM = /^([0-9a-z]{1,11})\.([0-9a-f]{16})\.([0-9a-f]{32})$/

export interface PageTokens {
  /** @param now milliseconds since 1970, the server's clock */
  issue(article: ArticleId, now: number): string
  /** What a token says that was issued for this article at most two hours ago; null for any other. */
  verify(token: string, article: ArticleId, now: number): PageToken | null
}

export interface PageToken {
  /** Time since it was issued, in milliseconds. */
  readonly age: number
  /** Its own random number, 16 hexadecimal digits. */
  readonly nonce: string
}

/**
 * A page token says that this server answered a view of this article lately. It carries
 * its time and a nonce, and a MAC over both and the article; nothing is stored for it.
 */
export function createPageTokens(
  mac: Mac,
  secret: Uint8Array,
  random: (bytes: number) => Uint8Array,
): PageTokens {
  const key = deriveKey(mac, secret, 'page token')

  function sign(issued: string, nonce: string, { site, key: article }: ArticleId): string {
    const fields = [issued, nonce, site, article]
    const message = fields.map((field) => `${field.length}:${field}`).join('')
    return hexadecimal(mac(key, message), MAC_BYTES)
  }

  return {
    issue(article, now) {
      const issued = now.toString(36)
      const nonce = hexadecimal(random(NONCE_BYTES))
      return `${issued}.${nonce}.${sign(issued, nonce, article)}`
    },

    verify(token, article, now) {
      const [, issued, nonce, proof] = FORM.exec(token) ?? []
      if (issued === undefined || nonce === undefined || proof === undefined) return null
      const age = now - Number.parseInt(issued, 36)
      const good = age >= 0 && age <= PAGE_TOKEN_LIFE && same(proof, sign(issued, nonce, article))
      return good ? { age, nonce } : null
    },
  }
}

/** Compares without telling by its duration how much was right. */
function same(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}
