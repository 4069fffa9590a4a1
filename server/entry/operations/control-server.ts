import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { ControlLine } from './control-line.ts'
import { findSocket, isAnswered, removeSocket, takeSocketPlace } from './control-socket.ts'
import { type Operation, type OperationGround, Refusal, type Typed } from './operation.ts'

/** Longest body of a command, in bytes. */
const LONGEST = 16 * 1024 * 1024
const NOT_OTHERS = 0o177

/**
 * Takes commands for the running server: HTTP on a Unix socket in the data folder that only the
 * server's own user may open, so that whoever reaches it could read the database as well.
 * `POST /NAME` with what was typed, answered line by line.
 * @param onFault told of what went wrong in an operation, other than a refusal
 * @returns what ends it: operations under way are told to stop, and waited for
 * @throws Error where another server has the socket
 */
export async function serveOperations(
  operations: Readonly<Record<string, Operation>>,
  ground: Omit<OperationGround, 'signal'>,
  onFault: (fault: unknown) => void,
): Promise<() => Promise<void>> {
  const { dataDir } = ground.config
  const stopping = new AbortController()
  const running = { ...ground, signal: stopping.signal }
  const underWay = new Set<Promise<void>>()

  const server = createServer((request, response) => {
    const name = request.url?.slice(1) ?? ''
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined
    if (request.method !== 'POST' || !operation) {
      response.writeHead(404).end()
      return
    }
    const answered = answer(operation, running, request, response, onFault)
    underWay.add(answered)
    void answered.finally(() => underWay.delete(answered))
  })

  if (await isAnswered(await findSocket(dataDir))) {
    throw new Error(`Another server takes commands in ${dataDir}: give this one its own DATA_DIR.`)
  }
  const path = await takeSocketPlace(dataDir)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // Bound within the call, so that the socket never stands open to others.
    const usual = process.umask(NOT_OTHERS)
    server.listen(path, resolve)
    process.umask(usual)
  })

  return async () => {
    stopping.abort()
    const closed = new Promise((resolve) => server.close(resolve))
    await Promise.all(underWay)
    server.closeAllConnections()
    await closed
    await removeSocket(dataDir)
  }
}

async function answer(
  operation: Operation,
  ground: OperationGround,
  request: IncomingMessage,
  response: ServerResponse,
  onFault: (fault: unknown) => void,
): Promise<void> {
  const say = (line: ControlLine) => void response.write(`${JSON.stringify(line)}\n`)
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson' })
  try {
    const typed = JSON.parse(await bodyOf(request)) as Typed
    say({ outcome: await operation.run(ground, typed, (progress) => say({ progress })) })
  } catch (reason) {
    if (reason instanceof Refusal) say({ refused: reason.message })
    else {
      onFault(reason)
      say({ fault: reason instanceof Error ? reason.message : String(reason) })
    }
  } finally {
    response.end()
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > LONGEST) throw new Refusal(`A command takes ${LONGEST} bytes at most.`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
