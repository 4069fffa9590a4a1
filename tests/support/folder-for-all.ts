import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder for all tests of a file, gone when the last is over. Call it where the file begins. */
export function folderForAll(): string {
  const path = mkdtempSync(join(tmpdir(), 'tanggapan-'))
  afterAll(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }))
  return path
}
