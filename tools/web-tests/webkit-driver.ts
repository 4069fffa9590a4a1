import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as later } from 'node:timers/promises'
import { DBUS, programPath, WEBKIT_DRIVER, XVFB } from '../../tests/support/system-program.ts'

export interface WebKitDriver {
  readonly port: number
  /** Ends the driver, its browser, their message bus and their screen. */
  end(): Promise<void>
}

/** How long the driver may take to answer, in milliseconds. */
const PATIENCE = 30_000

/** Starts WebKit's driver on a screen of its own. */
export async function startWebKitDriver(): Promise<WebKitDriver> {
  const screen = group(programPath(XVFB), [
    ...['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
  ])
  const [display] = (await once(createInterface(screen.stdio[3] as Readable), 'line')) as [string]
  const port = await freePort()
  const driver = group(programPath(DBUS), ['--', programPath(WEBKIT_DRIVER), `--port=${port}`], {
    DISPLAY: `:${display}`,
    NO_AT_BRIDGE: '1',
    // Its sandbox asks for more than root in a container is given; only our own pages run in it.
    ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
  })
  const end = async () => {
    await endGroup(driver)
    await endGroup(screen)
  }
  try {
    await answers(`http://127.0.0.1:${port}/status`, driver)
  } catch (reason) {
    await end()
    throw reason
  }
  return { port, end }
}

/** Starts a program that leads a group of processes, so that all it starts ends with it. */
function group(
  program: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): ChildProcess {
  const child = spawn(program, args, {
    detached: true,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const stop = () => signal(child)
  process.once('exit', stop)
  child.once('exit', () => process.off('exit', stop))
  return child
}

async function endGroup(child: ChildProcess): Promise<void> {
  const running = child.exitCode === null && child.signalCode === null
  signal(child)
  if (running) await once(child, 'exit')
}

function signal({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, 'SIGTERM')
  } catch {
    // The whole group has ended already.
  }
}

async function answers(url: string, driver: ChildProcess): Promise<void> {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    try {
      await fetch(url)
      return
    } catch (reason) {
      if (driver.exitCode !== null || Date.now() > deadline) throw reason
      await later(50)
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
