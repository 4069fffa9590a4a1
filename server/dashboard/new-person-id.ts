import { hexadecimal } from '../domain/hexadecimal.ts'

/** An id that nobody guesses. */
export function newPersonId(random: (bytes: number) => Uint8Array): string {
  return hexadecimal(random(16))
}
