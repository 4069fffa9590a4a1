/** Signs what was counted; the key is derived from the server's secret. */
export interface ChainNotary {
  /** Ed25519, 32 bytes as base64url. */
  readonly publicKey: string
  /** Signature of a text as UTF-8, base64url. */
  sign(text: string): string
}

/** What it takes to check a chain; anybody has it. */
export interface ChainChecks {
  /** SHA-256 of a text as UTF-8, 64 lower-case hexadecimal digits. */
  sha256(text: string): string
  /** False as well for a key or a signature that is none. */
  isSigned(text: string, signature: string, publicKey: string): boolean
}
