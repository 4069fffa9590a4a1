import { connect } from 'node:net'
import { onTestFinished } from 'vitest'
import { freePort } from '../free-port.ts'
import { type RunningProcess, runProcess } from '../running-process.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { type Certificate, makeCertificate } from './certificate.ts'
import type { Places } from './sample.ts'

export interface RunningProxy {
  /** Of https. */
  readonly port: number
  readonly httpPort: number
  /** Where everything is that it writes. */
  readonly folder: string
  /** Ends it, and answers with what it said. */
  end(): Promise<string>
}

/** Where a proxy stands in a test. */
export interface ProxyPlace extends Certificate {
  readonly folder: string
  readonly port: number
  readonly httpPort: number
}

/** Starts a proxy before a server, from a sample. */
export type StartProxy = (upstream: number, changes?: Places) => Promise<RunningProxy>

/**
 * Runs a proxy until the test is over.
 * @param configure writes what it needs and answers with its arguments
 */
export async function runProxy(
  program: string,
  configure: (place: ProxyPlace) => { args: readonly string[]; variables?: Places },
): Promise<RunningProxy> {
  const folder = temporaryFolder()
  const [port, httpPort] = [await freePort(), await freePort()]
  const { args, variables = {} } = configure({ folder, port, httpPort, ...makeCertificate(folder) })
  const proxy = runProcess(args, variables, program)
  onTestFinished(async () => {
    await proxy.end('SIGTERM')
  })
  await listens(port, proxy)
  return {
    port,
    httpPort,
    folder,
    async end() {
      await proxy.end('SIGTERM')
      return proxy.said()
    },
  }
}

/** Resolves when somebody listens on a port. */
async function listens(port: number, proxy: RunningProcess): Promise<void> {
  const knock = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port })
      socket.once('error', () => resolve(false))
      socket.once('connect', () => {
        socket.destroy()
        resolve(true)
      })
    })
  while (!(await knock())) {
    if (proxy.child.exitCode !== null) throw new Error(`the proxy ended:\n${proxy.said()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
