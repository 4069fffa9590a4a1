/** Turns passwords into what is kept of them. Slow by intent; a few at a time. */
export interface PasswordHash {
  hash(password: string): Promise<string>
  verify(password: string, hash: string): Promise<boolean>
}
