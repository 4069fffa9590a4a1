import { randomBytes } from 'node:crypto'
import { constants, copyFile, link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SHORTEST_SECRET } from '../config.ts'

const SECRET_BYTES = 32
const OWNER_ONLY = 0o600

/** Thrown when the kept secret is cut short: under it anybody could make a token. */
export class SecretDamagedError extends Error {
  override name = 'SecretDamagedError'
}

/**
 * The server's secret: the configured one, or the one kept in the data folder, which the
 * first start makes from 256 random bits and only its owner may read.
 * @throws SecretDamagedError
 */
export async function readSecret(configured: string | undefined, dataDir: string): Promise<Buffer> {
  if (configured !== undefined) return Buffer.from(configured, 'utf8')
  const path = join(dataDir, 'secret')
  const kept = (await readKept(path)) ?? (await make(path))
  if (kept.length < SHORTEST_SECRET) throw new SecretDamagedError(path)
  return Buffer.from(kept, 'utf8')
}

async function readKept(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (reason) {
    if (codeOf(reason) === 'ENOENT') return undefined
    throw reason
  }
}

/** The file appears whole or not at all, and never in place of one that another start made. */
async function make(path: string): Promise<string> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const made = randomBytes(SECRET_BYTES).toString('base64url')
  await writeFile(draft, `${made}\n`, { mode: OWNER_ONLY, flush: true })
  try {
    await link(draft, path)
  } catch (reason) {
    // There are file systems without links.
    if (codeOf(reason) !== 'EEXIST') await copyFile(draft, path, constants.COPYFILE_EXCL)
  } finally {
    await rm(draft)
  }
  return (await readFile(path, 'utf8')).trim()
}

function codeOf(reason: unknown): string | undefined {
  return (reason as NodeJS.ErrnoException).code
}
