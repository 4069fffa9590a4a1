import { fork } from 'node:child_process'
import type { CopyJob, CopyMessage, Found } from './copy-job.ts'

/** Where the built copyist is; it stands beside whatever program runs this. */
const COPYIST = new URL('./copyist.js', import.meta.url)

/** The copyist could not do its work; the message says why. */
export class CopyError extends Error {
  override name = 'CopyError'
}

export interface CopyOptions {
  /** Ends the work. */
  readonly signal: AbortSignal
  /** Told once the copy is made: the file it was made of may change again. */
  readonly onCopied?: () => void
  /** Told once the copy was found good. */
  readonly onVerified?: () => void
}

/**
 * Has a copyist do its work in a process of its own.
 * @returns what the copy holds, and the length of what was made of it
 * @throws CopyError
 */
export function runCopyist(
  job: CopyJob,
  { signal, onCopied, onVerified }: CopyOptions,
): Promise<{ readonly found: Found; readonly size: number }> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new CopyError('The server is being stopped.'))
    // What it says is said by messages; a warning of its own would break a program's JSON.
    const child = fork(COPYIST, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })
    const stop = () => child.kill('SIGKILL')
    signal.addEventListener('abort', stop)
    let last: CopyMessage | undefined
    child.on('message', (message: CopyMessage) => {
      last = message
      if (message.step === 'copied') onCopied?.()
      if (message.step === 'verified') onVerified?.()
    })
    child.once('error', reject)
    // After the last message, where `exit` may come before it.
    child.once('close', (code, killedBy) => {
      signal.removeEventListener('abort', stop)
      if (last?.step === 'done') resolve(last)
      else if (last?.step === 'failed') reject(new CopyError(last.message))
      else if (signal.aborted) reject(new CopyError('The server is being stopped.'))
      else reject(new CopyError(`The copying process ended with ${killedBy ?? code}.`))
    })
    child.send(job)
  })
}
