import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { databaseFile } from './backup/database-file.ts'

/** What everybody on the machine may do. */
const OTHERS = 0o007

/**
 * Tells where other users of this machine can read what is kept here, a sentence for each folder or
 * file. Their modes are somebody's choice and stay as they are.
 */
export async function openToOthers({
  dataDir,
  databaseUrl,
}: Pick<Config, 'dataDir' | 'databaseUrl'>): Promise<readonly string[]> {
  const folder = resolve(dataDir)
  const file = databaseFile(databaseUrl)
  // Within a closed folder a file's own mode opens nothing.
  const told = file !== undefined && dirname(file) !== folder ? [folder, file] : [folder]
  const open = await Promise.all(told.map(isOpen))
  return told
    .filter((_, i) => open[i])
    .map((path) => {
      const mode = path === folder ? '700' : '600'
      return `Other users of this machine can read ${path}, which has votes and voters. Unless that is meant: chmod ${mode} '${path}'`
    })
}

async function isOpen(path: string): Promise<boolean> {
  const { mode } = await stat(path)
  return (mode & OTHERS) !== 0
}
