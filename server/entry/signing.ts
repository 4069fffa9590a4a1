import type { ChainNotary } from '../domain/chain/chain-notary.ts'
import { createNonceOf, type NonceOf } from '../domain/chain/commitment.ts'
import { nodeMac } from './node-mac.ts'
import { nodeNotary } from './node-notary.ts'
import { nodeSha256 } from './node-sha256.ts'

/** What a server's chains are signed and opened with; all of it follows from its secret. */
export function signingOf(secret: Uint8Array): {
  readonly notary: ChainNotary
  readonly nonceOf: NonceOf
  readonly sha256: (text: string) => string
} {
  return {
    notary: nodeNotary(secret),
    nonceOf: createNonceOf(nodeMac, secret),
    sha256: nodeSha256,
  }
}
