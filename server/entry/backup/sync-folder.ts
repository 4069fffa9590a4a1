import { open } from 'node:fs/promises'

/** Waits until the names in a folder are on the disk: a new file's own sync leaves out its name. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
