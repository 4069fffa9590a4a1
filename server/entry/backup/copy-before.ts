import { readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { ThreadedDatabase } from '../threaded-database.ts'
import { syncFolder } from './sync-folder.ts'
import { takeCopy } from './take-copy.ts'

const MIDDLE = '.before-'

/**
 * Keeps a verified copy of the database beside it, `tanggapan.db.before-NAME`, to return to.
 * @param name of the first migration that comes now
 * @throws CopyError
 */
export async function keepCopyBefore(
  database: ThreadedDatabase,
  file: string,
  name: string,
): Promise<string> {
  const kept = `${file}${MIDDLE}${name.replace(/\.sql$/, '')}`
  const { signal } = new AbortController()
  await takeCopy(database, file, {}, { signal }, async (copy) => {
    await rename(copy, kept)
    await syncFolder(dirname(kept))
  })
  return kept
}

/** The copies that were kept before migrations, the latest first. */
export async function copiesBefore(
  file: string,
): Promise<readonly { readonly path: string; readonly taken: Date }[]> {
  const begin = `${basename(file)}${MIDDLE}`
  const names = (await readdir(dirname(file))).filter((name) => name.startsWith(begin))
  const copies = names
    .filter((name) => !/-(wal|shm|journal)$/.test(name))
    .map(async (name) => {
      const path = join(dirname(file), name)
      return { path, taken: (await stat(path)).mtime }
    })
  return (await Promise.all(copies)).sort((a, b) => b.taken.getTime() - a.taken.getTime())
}

/** Removes the copies that were taken before a moment: what is in them has a shorter life. */
export async function removeCopiesBefore(file: string, moment: Date): Promise<void> {
  for (const { path, taken } of await copiesBefore(file)) {
    if (taken < moment) await rm(path)
  }
}
