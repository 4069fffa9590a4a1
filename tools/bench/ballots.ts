import { randomInt } from 'node:crypto'

const ALPHABET = Buffer.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  'latin1',
)
export const BALLOT_LENGTH = 22

/**
 * Writes a ballot that this run has not used. They count up from a random start, which
 * costs nothing; the server's keyed hash scatters them all the same.
 */
export function createBallots(): (into: Buffer, at: number) => void {
  const digits = Uint8Array.from({ length: BALLOT_LENGTH }, () => randomInt(ALPHABET.length))

  return (into, at) => {
    for (let i = BALLOT_LENGTH - 1; i >= 0; i--) {
      const next = (digits[i] as number) + 1
      digits[i] = next % ALPHABET.length
      if (next < ALPHABET.length) break
    }
    for (let i = 0; i < BALLOT_LENGTH; i++) into[at + i] = ALPHABET[digits[i] as number] as number
  }
}
