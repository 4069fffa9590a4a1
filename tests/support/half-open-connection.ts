import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A connection that sends whatever it is told and never hangs up by itself. */
export interface HalfOpenConnection {
  readonly socket: Socket
  send(text: string | Uint8Array): void
  /** Resolves with everything received when a reply with a JSON object is complete. */
  replied(): Promise<string>
  /** Resolves with everything received when the server has ended its side. */
  ended(): Promise<string>
  /** Resolves when the server holds the connection no more, so that sending fails. */
  broken(): Promise<void>
}

export async function openHalfOpen(origin: string): Promise<HalfOpenConnection> {
  const { hostname, port } = new URL(origin)
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
  onTestFinished(() => {
    socket.destroy()
  })
  let text = ''
  let ended = false
  const heard: (() => void)[] = []
  const hear = () => {
    for (const listener of heard.splice(0)) listener()
  }
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1')
    hear()
  })
  socket.on('end', () => {
    ended = true
    hear()
  })
  socket.on('close', hear)
  await once(socket, 'connect')
  // A server that cuts the connection is what some tests are about; see `broken`.
  socket.on('error', () => undefined)

  async function until(holds: () => boolean): Promise<string> {
    while (!holds() && !socket.destroyed) await new Promise<void>((resolve) => heard.push(resolve))
    return text
  }

  return {
    socket,
    send: (data) => {
      socket.write(data)
    },
    replied: () => until(() => ended || /\r\n\r\n\{.*\}$/s.test(text)),
    ended: () => until(() => ended),
    async broken() {
      const knocking = setInterval(() => socket.write(' '), 50)
      await until(() => false)
      clearInterval(knocking)
    },
  }
}
