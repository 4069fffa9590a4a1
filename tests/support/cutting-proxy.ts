import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** Where a connection is cut; `null` lets it be. */
export interface Cut {
  /** In which direction the last byte passes: to the server, or back. */
  readonly side: 'asked' | 'answered'
  /** Bytes that pass before it. */
  readonly after: number
}

export interface CuttingProxy {
  /** Such as `http://127.0.0.1:43121`. */
  readonly origin: string
  /** Connections cut so far. */
  readonly cuts: () => number
  end(): Promise<void>
}

/**
 * Passes bytes between a client and a server, and cuts each connection where it is told: with a
 * reset on the client's side, and without a word on the server's.
 * @param cutFor asked once for each connection
 */
export async function startCuttingProxy(
  target: string,
  cutFor: () => Cut | null,
): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target)
  const open = new Set<Socket>()
  let cuts = 0

  const server = createServer((client) => {
    const upstream = connect({ host: hostname, port: Number(port) })
    const cut = cutFor()
    const both = [client, upstream]
    for (const socket of both) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        for (const other of both) other.destroy()
      })
    }

    function pass(from: Socket, to: Socket, side: Cut['side']): void {
      let left = cut?.side === side ? cut.after : Number.POSITIVE_INFINITY
      from.on('data', (chunk) => {
        if (left <= 0) return
        const part = chunk.subarray(0, left)
        left -= part.length
        if (left > 0) {
          to.write(part)
          return
        }
        cuts += 1
        // What may still pass arrives before the end does.
        to.write(part, () => {
          if (side === 'asked') upstream.end()
          client.resetAndDestroy()
        })
      })
    }
    pass(client, upstream, 'asked')
    pass(upstream, client, 'answered')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    end: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
