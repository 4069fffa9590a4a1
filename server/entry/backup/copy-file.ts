import { createReadStream } from 'node:fs'
import { chmod, constants, copyFile, rm } from 'node:fs/promises'
import { writeFilePaced } from './written-file.ts'

const OWNER_ONLY = 0o600
const PIECE = 1024 * 1024

/** Copies a file to a new one: at once where the file system can share it, otherwise piece by piece. */
export async function copyToNew(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE_FORCE)
    await chmod(to, OWNER_ONLY)
  } catch {
    // Most file systems share nothing; whatever else is wrong, the next line says.
    await rm(to, { force: true })
    await writeFilePaced(to, createReadStream(from, { highWaterMark: PIECE }))
  }
}
