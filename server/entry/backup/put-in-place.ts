import { constants, copyFile, link } from 'node:fs/promises'

/** Gives a file another name as well, where nothing has that name. @throws EEXIST otherwise */
export async function putInPlace(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code === 'EEXIST') throw reason
    // There are file systems without links.
    await copyFile(from, to, constants.COPYFILE_EXCL)
  }
}
