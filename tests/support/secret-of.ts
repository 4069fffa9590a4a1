import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The secret that a server's first start left in its data folder. */
export function secretOf(dataDir: string): Buffer {
  return Buffer.from(readFileSync(join(dataDir, 'secret'), 'utf8').trim())
}
