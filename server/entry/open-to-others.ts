import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { databaseFile } from './backup/database-file.ts'

/** What everybody on the machine may do. */
const OTHERS = 0o007
/** What SQLite keeps of a database: beside it the latest votes, in a file of the same mode. */
const FILES = ['', '-wal', '-shm']

/**
 * Tells where other users of this machine can read what is kept here, a sentence for each folder or
 * file. Their modes are somebody's choice and stay as they are.
 */
export async function openToOthers({
  dataDir,
  databaseUrl,
}: Pick<Config, 'dataDir' | 'databaseUrl'>): Promise<readonly string[]> {
  // Windows has no such modes; those that Node shows there are made up.
  if (process.platform === 'win32') return []
  const folder = resolve(dataDir)
  const told = (await isOpen(folder)) ? [remedy('700', [folder])] : []
  const file = databaseFile(databaseUrl)
  // Within a closed folder a file's own mode opens nothing.
  if (file === undefined || dirname(file) === folder || !(await isOpen(dirname(file)))) return told
  const open: string[] = []
  for (const end of FILES) if (await isOpen(file + end)) open.push(file + end)
  return open.length > 0 ? [...told, remedy('600', open)] : told
}

function remedy(mode: string, paths: readonly string[]): string {
  return `Other users of this machine can read ${paths[0]}, which has votes and voters. Unless that is meant: chmod ${mode} ${paths.map(quoted).join(' ')}`
}

/** As a shell takes it for one word. */
function quoted(path: string): string {
  return `'${path.replaceAll("'", "'\\''")}'`
}

/** What isn't there is open to nobody. */
async function isOpen(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && (found.mode & OTHERS) !== 0
}
