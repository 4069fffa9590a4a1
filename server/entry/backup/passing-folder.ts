import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const MIDDLE = '.copy-'

/**
 * Gives some work a folder beside the database that only its owner may enter, and removes it
 * afterwards. Beside it, since a copy is as private as the original, and may share its blocks.
 */
export async function inPassingFolder<T>(
  file: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(`${file}${MIDDLE}`)
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Removes the folders of work that was cut short. Only for who holds the database's lock. */
export async function clearPassingFolders(file: string): Promise<void> {
  const begin = `${basename(file)}${MIDDLE}`
  for (const name of await readdir(dirname(file))) {
    if (name.startsWith(begin)) await rm(join(dirname(file), name), { recursive: true })
  }
}
