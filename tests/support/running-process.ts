import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** How long a process may take to say what is waited for, in milliseconds. */
const PATIENCE = 60_000

export interface RunningProcess {
  readonly child: ChildProcess
  /** Resolves with its exit code when it has ended; null where a signal ended it. */
  readonly ended: Promise<number | null>
  /** Everything that it said so far on both outputs. */
  said(): string
  /** Resolves with the first match in what it says; rejects when it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>
  /** Sends a signal to this process alone and resolves with its exit code when it has ended. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** Starts a Node program and listens to it. */
export function runProcess(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
  node = process.execPath,
): RunningProcess {
  const env = { ...process.env, ...variables }
  const child = spawn(node, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'exit') as Promise<[number | null]>
  let text = ''
  let heard: (() => void)[] = []
  const hear = (chunk: Buffer) => {
    text += chunk.toString()
    for (const listener of heard.splice(0)) listener()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  void ended.then(() => {
    for (const listener of heard.splice(0)) listener()
  })

  return {
    child,
    ended: ended.then(([code]) => code),
    said: () => text,
    async says(pattern) {
      const deadline = Date.now() + PATIENCE
      for (;;) {
        const match = pattern.exec(text)
        if (match) return match
        const over = child.exitCode !== null || child.signalCode !== null || Date.now() > deadline
        if (over) throw new Error(`never said ${pattern}:\n${text}`)
        await new Promise<void>((resolve) => {
          heard.push(resolve)
          setTimeout(resolve, 1000).unref()
        })
      }
    },
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      const [code] = await ended
      heard = []
      return code
    },
  }
}
