import type { Store } from '../store/store.ts'
import { hexadecimal } from './hexadecimal.ts'
import { deriveKey } from './keys.ts'
import type { Mac } from './mac.ts'

const NAME = 'secret fingerprint'

/** Thrown when the database was begun under another secret: every ballot would be a stranger. */
export class SecretChangedError extends Error {
  override name = 'SecretChangedError'
}

/** Holds the secret against the fingerprint that the database keeps since its first start. */
export async function checkSecret(store: Store, mac: Mac, secret: Uint8Array): Promise<void> {
  const fingerprint = hexadecimal(deriveKey(mac, secret, 'fingerprint'), 16)
  const kept = await store.keepValue(NAME, fingerprint)
  if (kept !== fingerprint) {
    throw new SecretChangedError('the database belongs to another SECRET')
  }
}
