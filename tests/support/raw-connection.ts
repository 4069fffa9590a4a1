import { connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface RawConnection {
  readonly socket: Socket
  /** Resolves with everything that came once it matches; rejects when the connection ends before. */
  receives(pattern: RegExp): Promise<string>
  /** Resolves with everything that came when the other side has closed. */
  closed(): Promise<string>
}

/** A connection that sends any bytes whatever; gone after the test. */
export function rawConnection(origin: string, first: string | Buffer): RawConnection {
  const { hostname, port } = new URL(origin)
  const socket = connect({ host: hostname, port: Number(port) })
  let text = ''
  let over = false
  let heard: (() => void)[] = []
  const wake = () => {
    for (const listener of heard.splice(0)) listener()
  }
  socket.setEncoding('latin1')
  socket.on('data', (chunk) => {
    text += chunk
    wake()
  })
  // A reset is one more way to be closed.
  socket.on('error', () => undefined)
  socket.on('close', () => {
    over = true
    wake()
  })
  socket.write(first)
  onTestFinished(() => {
    heard = []
    socket.destroy()
  })

  const change = () => new Promise<void>((resolve) => heard.push(resolve))
  return {
    socket,
    async receives(pattern) {
      while (!pattern.test(text)) {
        if (over) throw new Error(`the connection ended without ${pattern}:\n${text}`)
        await change()
      }
      return text
    },
    async closed() {
      while (!over) await change()
      return text
    },
  }
}
