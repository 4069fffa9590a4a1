import { connect } from 'node:net'
import { createResponseReader } from './response-reader.ts'

/** A kept-alive connection that has one request under way at a time. */
export interface Connection {
  send(request: Buffer): void
  close(): void
}

export interface ConnectionEvents {
  /** The response to the last request is complete. */
  readonly onReply: (status: number) => void
  /** Nothing more comes, although nobody closed it here. */
  readonly onLost: (reason: Error) => void
}

const READ_SIZE = 16 * 1024

/** @throws the system's error, such as ECONNREFUSED */
export function openConnection(port: number, events: ConnectionEvents): Promise<Connection> {
  const { onReply, onLost } = events
  const reader = createResponseReader()
  let closed = false

  const socket = connect({
    host: '127.0.0.1',
    port,
    noDelay: true,
    // Read into one piece of memory again and again, past the stream's machinery.
    onread: {
      buffer: Buffer.allocUnsafe(READ_SIZE),
      callback(size, buffer) {
        take(buffer.subarray(0, size) as Buffer)
        return true
      },
    },
  })
  const connection: Connection = {
    send: (request) => void socket.write(request),
    close() {
      closed = true
      socket.destroy()
    },
  }

  function take(bytes: Buffer): void {
    let status = 0
    try {
      status = reader.take(bytes)
    } catch (reason) {
      lose(reason as Error)
    }
    if (status !== 0) onReply(status)
  }

  function lose(reason: Error): void {
    if (closed) return
    connection.close()
    onLost(reason)
  }

  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      socket.on('error', lose)
      socket.on('close', () => lose(new Error('the server closed the connection')))
      resolve(connection)
    })
  })
}
