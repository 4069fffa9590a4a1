import type { Mac } from './mac.ts'

const NO_SALT = new Uint8Array(32)

/**
 * Derives a 32-byte key for one purpose from the server's secret: HKDF-SHA256 with an
 * empty salt and a single block of output (RFC 5869).
 */
export function deriveKey(mac: Mac, secret: Uint8Array, purpose: string): Uint8Array {
  const info = new TextEncoder().encode(purpose)
  const block = new Uint8Array(info.length + 1)
  block.set(info)
  block[info.length] = 1
  return mac(mac(NO_SALT, secret), block)
}
