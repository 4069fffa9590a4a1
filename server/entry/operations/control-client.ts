import { type IncomingMessage, request } from 'node:http'
import { createInterface } from 'node:readline'
import type { ControlLine } from './control-line.ts'
import { findSocket } from './control-socket.ts'
import { type Outcome, Refusal, type Typed } from './operation.ts'

/** What says that no server listens: no socket, or one that a killed server left behind. */
const NOBODY = ['ENOENT', 'ECONNREFUSED', 'ENOTSOCK']

/**
 * Has the running server of a data folder carry an operation out.
 * @returns undefined where no server runs
 * @throws Refusal, or Error with what went wrong there
 */
export async function askServer(
  dataDir: string,
  name: string,
  typed: Typed,
  progress: (line: string) => void,
): Promise<Outcome | undefined> {
  const reply = await post(await findSocket(dataDir), name, JSON.stringify(typed))
  if (!reply) return undefined
  if (reply.statusCode !== 200) {
    throw new Refusal(`The running server is of a release that does not know ${name}.`)
  }
  for await (const text of createInterface({ input: reply })) {
    const line = JSON.parse(text) as ControlLine
    if ('progress' in line) progress(line.progress)
    else if ('outcome' in line) return line.outcome
    else if ('refused' in line) throw new Refusal(line.refused)
    else throw new Error(line.fault)
  }
  throw new Error('The server ended before it answered.')
}

function post(path: string, name: string, body: string): Promise<IncomingMessage | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Length': Buffer.byteLength(body) }
    const to = { socketPath: path, path: `/${name}`, method: 'POST', headers, agent: false }
    const sending = request(to, resolve)
    sending.once('error', (reason: NodeJS.ErrnoException) => {
      if (NOBODY.includes(reason.code ?? '')) resolve(undefined)
      else if (reason.code === 'EACCES') {
        reject(new Refusal('The server belongs to another user: run the command as that one.'))
      } else reject(reason)
    })
    sending.end(body)
  })
}
