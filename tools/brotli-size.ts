import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'

/** What a file weighs on the way to a browser, in bytes: compressed by brotli as hard as it can. */
export function brotliSize(file: string): number {
  return brotliCompressSync(readFileSync(file)).length
}
