import { once } from 'node:events'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RunningServer, startServer } from './running-server.ts'
import { programPath, STRACE } from './system-program.ts'

export interface TracedServer extends RunningServer {
  /** Ends the server where it runs still: strace would let go of it and end alone. */
  release(): void
}

/**
 * Starts the built server under strace, which is its parent: attaching to it later is not
 * allowed everywhere. It ends with the server, and with the server's code.
 * @param folder for what is needed beside the data
 * @param options of strace
 */
export async function startTraced(
  dataDir: string,
  folder: string,
  options: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<TracedServer> {
  const [node, pidFile] = [join(folder, 'node'), join(folder, 'pid')]
  const strace = [programPath(STRACE), '-f', '-qqq', '--seccomp-bpf', ...options]
  const inner = `echo $$ > '${pidFile}'; exec '${process.execPath}' "$@"`
  const words = [...strace, 'bash', '-c', inner, 'node'].map(quoted).join(' ')
  writeFileSync(node, `#!/bin/bash\nexec ${words} "$@"\n`)
  chmodSync(node, 0o755)
  const kill = (signal: NodeJS.Signals) => {
    try {
      process.kill(Number(readFileSync(pidFile, 'utf8')), signal)
    } catch {
      // It has ended already, or never began.
    }
  }
  try {
    const server = await startServer(dataDir, variables, node)
    const over = () => server.child.exitCode !== null || server.child.signalCode !== null
    async function end(signal: NodeJS.Signals): Promise<number | null> {
      const ended = over() ? undefined : once(server.child, 'exit')
      if (ended) kill(signal)
      await ended
      return server.child.exitCode
    }
    // By then its number may be another process's.
    const release = () => void (over() || kill('SIGKILL'))
    return { ...server, end, release }
  } catch (reason) {
    kill('SIGKILL')
    throw reason
  }
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`
}
