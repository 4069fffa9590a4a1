import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as later } from 'node:timers/promises'
import { DBUS, programPath, WEBKIT_DRIVER, XVFB } from '../../tests/support/system-program.ts'
import { type ProcessGroup, startGroup } from './process-group.ts'

export interface WebKitDriver {
  readonly port: number
  /** Ends the driver, its browser, their message bus and their screen. */
  end(): Promise<void>
}

/** How long the driver may take to answer, in milliseconds. */
const PATIENCE = 30_000
const SCREEN = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']

/** Starts WebKit's driver on a screen of its own. */
export async function startWebKitDriver(): Promise<WebKitDriver> {
  const screen = startGroup(programPath(XVFB), SCREEN)
  const port = await freePort()
  const driver = startGroup(
    programPath(DBUS),
    ['--', programPath(WEBKIT_DRIVER), `--port=${port}`],
    {
      DISPLAY: `:${await displayOf(screen)}`,
      NO_AT_BRIDGE: '1',
      // Its sandbox asks for more than root in a container is given; only our own pages run in it.
      ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
    },
  )
  const end = async () => {
    await driver.end()
    await screen.end()
  }
  try {
    await answers(`http://127.0.0.1:${port}/status`)
  } catch (reason) {
    await end()
    throw reason
  }
  return { port, end }
}

/** The display that the screen has chosen, which it says when it is ready. */
async function displayOf({ child }: ProcessGroup): Promise<string> {
  const gone = once(child, 'exit').then(() => {
    throw new Error('Xvfb ended before it had a display.')
  })
  const said = once(createInterface(child.stdio[3] as Readable), 'line')
  const [display] = (await Promise.race([said, gone])) as [string]
  gone.catch(() => {
    // Later it ends because it is told to.
  })
  return display
}

async function answers(url: string): Promise<void> {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    try {
      await fetch(url)
      return
    } catch (reason) {
      if (Date.now() > deadline) throw reason
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
