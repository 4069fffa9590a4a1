import { setPriority } from 'node:os'
import { type Contents, writeBackup } from './backup/backup-file.ts'
import { copyToNew } from './backup/copy-file.ts'
import type { CopyJob, CopyMessage } from './backup/copy-job.ts'
import { verifyCopy } from './backup/verify-copy.ts'

/*
 * The copyist: a process that copies a database file for a server that goes on meanwhile,
 * verifies the copy and seals it. A process, not a thread: POSIX gives up every lock that a
 * process has on a file as soon as any part of it closes that file, and the server lives by its
 * lock. And a busy process can be put behind the one that readers wait for.
 */

/** Behind everything that somebody waits for. */
const LOW_PRIORITY = 10

async function carryOut({ source, copy, secret, seal }: CopyJob): Promise<void> {
  if (source !== undefined) await copyToNew(source, copy)
  say({ step: 'copied' })
  const found = await verifyCopy(copy, secret)
  if (!seal || secret === undefined) return say({ step: 'done', found, size: found.bytes })
  say({ step: 'verified' })
  const { file, recoveryKey, time, release } = seal
  const contents: Contents = { manifest: { time, release, ...found }, secret }
  say({ step: 'done', found, size: await writeBackup(file, recoveryKey, contents, copy) })
}

function say(message: CopyMessage): void {
  process.send?.(message)
}

setPriority(LOW_PRIORITY)
// Nobody waits for it any more: what it has written so far is cleared away at the next start.
process.once('disconnect', () => process.exit())
process.once('message', (job: CopyJob) => {
  carryOut(job)
    .catch((reason: Error) => say({ step: 'failed', name: reason.name, message: reason.message }))
    .finally(() => process.disconnect())
})
