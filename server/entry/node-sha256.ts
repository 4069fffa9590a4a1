import { hash } from 'node:crypto'

/** SHA-256 of a text as UTF-8, 64 lower-case hexadecimal digits. */
export function nodeSha256(text: string): string {
  return hash('sha256', text)
}
