import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The file of a `file:` database as an absolute path; undefined for one in memory. */
export function databaseFile(url: string): string | undefined {
  if (!url.startsWith('file:')) return undefined
  if (url.startsWith('file://')) return fileURLToPath(url)
  return resolve(decodeURIComponent(url.slice('file:'.length).replace(/[?#].*$/, '')))
}
