import { deriveKey } from '../keys.ts'
import type { Mac } from '../mac.ts'

/** How long the secret before a renewal signs beside the new one, in seconds. */
const OVERLAP = 24 * 60 * 60

/** Signs what webhooks are sent, by Standard Webhooks 1.0 (https://www.standardwebhooks.com). */
export interface WebhookSigner {
  /** What the receiver is given, once: `whsec_…`. */
  secretOf(rule: string, turn: number): string
  /** Value of `webhook-signature`. @param at seconds since 1970 */
  signatureOf(
    rule: { readonly key: string; readonly secretTurn: number; readonly renewedAt: number | null },
    message: { readonly id: string; readonly at: number; readonly body: string },
  ): string
}

/** Each rule's secret follows from the server's and is stored nowhere; renewing it counts on. */
export function createWebhookSigner(mac: Mac, secret: Uint8Array): WebhookSigner {
  const keyOf = (rule: string, turn: number) => deriveKey(mac, secret, `webhook ${rule} ${turn}`)

  return {
    secretOf: (rule, turn) => `whsec_${base64(keyOf(rule, turn))}`,

    signatureOf({ key, secretTurn, renewedAt }, { id, at, body }) {
      const renewed = renewedAt !== null && secretTurn > 0 && at - renewedAt < OVERLAP
      const turns = renewed ? [secretTurn, secretTurn - 1] : [secretTurn]
      const signed = `${id}.${at}.${body}`
      return turns.map((turn) => `v1,${base64(mac(keyOf(key, turn), signed))}`).join(' ')
    },
  }
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
