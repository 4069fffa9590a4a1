import { open, readFile, rename } from 'node:fs/promises'

const OWNER_ONLY = 0o600

/** What a JSON file holds; undefined where there is none. */
export async function readKept<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw reason
  }
}

/** Keeps a value in a file that only its owner may read; whole or not at all, and on the disk. */
export async function keepJson(path: string, value: unknown): Promise<void> {
  const draft = `${path}.new`
  const file = await open(draft, 'w', OWNER_ONLY)
  try {
    await file.writeFile(`${JSON.stringify(value)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
}
