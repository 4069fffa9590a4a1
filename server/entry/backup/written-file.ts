import { open } from 'node:fs/promises'

const OWNER_ONLY = 0o600
/**
 * Bytes between two syncs. What waits for the disk has to reach it before any vote's own sync
 * on file systems such as ext4, so that gigabytes at once would hold up every vote.
 */
const PACE = 16 * 1024 * 1024

/**
 * Writes a new file that only its owner may read, and waits until it is on the disk.
 * @returns its length in bytes
 * @throws the system's error, such as EEXIST
 */
export async function writeFilePaced(path: string, source: AsyncIterable<Buffer>): Promise<number> {
  const file = await open(path, 'wx', OWNER_ONLY)
  let length = 0
  let unsynced = 0
  try {
    for await (const piece of source) {
      await file.writeFile(piece)
      length += piece.length
      unsynced += piece.length
      if (unsynced < PACE) continue
      await file.datasync()
      unsynced = 0
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return length
}
