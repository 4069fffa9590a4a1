import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { CleanUp } from './clean-up.ts'

/** A server in a process of its own. */
export interface ChildServer {
  readonly port: number
  readonly pid: number
  /** Asks it to end and waits. @throws Error where it did not end in good order */
  stop(): Promise<void>
}

/** How long a server may take to say its address, in milliseconds. */
const START = 15_000
/** How long it may take to end before it is made to, in milliseconds. */
const END = 15_000

/**
 * Starts a Node script that prints its address `http://localhost:PORT/…` when it listens.
 * @param cleanUp stops it at the latest
 */
export async function startServer(
  script: string,
  cleanUp: CleanUp,
  variables: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): Promise<ChildServer> {
  const child = spawn(process.execPath, [...flags, script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', ...variables },
  })
  cleanUp.add(() => stop(child, script))
  // After a fault of the bench's own nothing else would end it.
  process.once('exit', () => child.kill())
  const port = await addressOf(child, script)
  child.once('exit', (code, signal) => {
    if (!child.killed) console.error(`${script} ended unasked with ${code ?? signal}`)
  })
  return { port, pid: child.pid as number, stop: () => stop(child, script) }
}

function addressOf(child: ChildProcess, script: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(() => reject(new Error(`${script} did not start`)), START)
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const port = /http:\/\/localhost:(\d+)\//.exec(said)?.[1]
      if (port === undefined) return
      clearTimeout(late)
      resolve(Number(port))
    })
    child.once('exit', (code, signal) => {
      clearTimeout(late)
      reject(new Error(`${script} ended with ${code ?? signal} before it listened`))
    })
    child.once('error', reject)
  })
}

async function stop(child: ChildProcess, script: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), END)
    await ended
    clearTimeout(late)
  }
  if (child.exitCode !== 0) {
    throw new Error(`${script} ended with ${child.exitCode ?? child.signalCode}`)
  }
}
