import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type RunningServer, startServer } from './running-server.ts'
import { programPath, STRACE } from './system-program.ts'
import { temporaryFolder } from './temporary-folder.ts'

/**
 * Starts the built server under strace, which is its parent: attaching to it later is not
 * allowed everywhere. It ends with the server, and with the server's code.
 * @param options of strace
 */
export async function startTraced(
  dataDir: string,
  options: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const folder = temporaryFolder()
  const [node, pidFile] = [join(folder, 'node'), join(folder, 'pid')]
  const strace = [programPath(STRACE), '-f', '-qqq', '--seccomp-bpf', ...options]
  // The server's own pid, since a strace that is killed lets go of it.
  const inner = `echo $$ > '${pidFile}'; exec '${process.execPath}' "$@"`
  const words = [...strace, 'bash', '-c', inner, 'node'].map(quoted).join(' ')
  writeFileSync(node, `#!/bin/bash\nexec ${words} "$@"\n`)
  chmodSync(node, 0o755)
  onTestFinished(() => {
    if (!existsSync(pidFile)) return
    try {
      process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGKILL')
    } catch {
      // It has ended already, as it should.
    }
  })
  return startServer(dataDir, variables, node)
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`
}
