import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/**
 * A folder for one test.
 * @param whenOver when it goes: after the test, unless told otherwise
 */
export function temporaryFolder(whenOver: (remove: () => void) => void = onTestFinished): string {
  const path = mkdtempSync(join(tmpdir(), 'tanggapan-'))
  whenOver(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }))
  return path
}
