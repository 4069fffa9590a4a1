import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A program with all that it starts in turn, which is ended as one. */
export interface ProcessGroup {
  readonly child: ChildProcess
  end(): Promise<void>
}

/**
 * Starts a program that leads a group of its own; file descriptor 3 is a pipe from it. The
 * group ends with this process at the latest.
 */
export function startGroup(
  program: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): ProcessGroup {
  const child = spawn(program, args, {
    detached: true,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const ended = once(child, 'exit')
  const stop = () => signalGroup(child)
  process.once('exit', stop)
  return {
    child,
    async end() {
      stop()
      await ended
      process.off('exit', stop)
    },
  }
}

function signalGroup({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, 'SIGTERM')
  } catch {
    // The whole group has ended already.
  }
}
