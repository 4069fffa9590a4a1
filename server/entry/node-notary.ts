import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { ChainChecks, ChainNotary } from '../domain/chain/chain-notary.ts'
import { deriveKey } from '../domain/keys.ts'
import { nodeMac } from './node-mac.ts'
import { nodeSha256 } from './node-sha256.ts'

/** What comes before the 32 bytes of an Ed25519 private key in PKCS#8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
/** And before those of a public one in a SubjectPublicKeyInfo. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

/** The notary of a server: the same for the same secret, so that a restored one goes on. */
export function nodeNotary(secret: Uint8Array): ChainNotary {
  const seed = deriveKey(nodeMac, secret, 'chain')
  const der = Buffer.concat([PKCS8, seed])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return {
    publicKey: spki.subarray(SPKI.length).toString('base64url'),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  }
}

export const nodeChecks: ChainChecks = {
  sha256: nodeSha256,

  isSigned(text, signature, publicKey) {
    try {
      const der = Buffer.concat([SPKI, Buffer.from(publicKey, 'base64url')])
      const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
      return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
    } catch {
      // node:crypto's way of saying that these bytes are no key.
      return false
    }
  },
}
