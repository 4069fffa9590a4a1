import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type RunningServer, startServer } from './running-server.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Largest file of the server in KiB: room for the tables and some votes. */
const LARGEST_FILE = 600

/**
 * Starts a server on a disk that is soon full. A limit on the size of files stands for one:
 * SQLite is refused the same writes, and it takes neither a file system of its own nor root.
 */
export async function startWithLittleRoom(dataDir: string): Promise<RunningServer> {
  const node = join(temporaryFolder(), 'node')
  writeFileSync(
    node,
    `#!/bin/bash\nulimit -S -f ${LARGEST_FILE}\nexec '${process.execPath}' "$@"\n`,
  )
  chmodSync(node, 0o755)
  const server = await startServer(dataDir, {}, node)
  onTestFinished(async () => {
    await server.end('SIGKILL')
  })
  return server
}
