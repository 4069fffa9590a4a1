import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const SECRET_BYTES = 32
const OWNER_ONLY = 0o600

/**
 * The server's secret: the configured one, or the one kept in the data folder, which the
 * first start makes from 256 random bits and only its owner may read.
 */
export async function readSecret(configured: string | undefined, dataDir: string): Promise<Buffer> {
  if (configured !== undefined) return Buffer.from(configured, 'utf8')
  const path = join(dataDir, 'secret')
  try {
    const made = randomBytes(SECRET_BYTES).toString('base64url')
    await writeFile(path, `${made}\n`, { mode: OWNER_ONLY, flag: 'wx', flush: true })
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code !== 'EEXIST') throw reason
  }
  return Buffer.from((await readFile(path, 'utf8')).trim(), 'utf8')
}
