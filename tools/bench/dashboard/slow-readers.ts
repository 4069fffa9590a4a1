import { connect, type Socket } from 'node:net'

const EACH_SECOND = 1000

/**
 * So many clients that ask for the same file and take one byte of it each second.
 * @returns what ends them
 */
export function startSlowReaders(
  port: number,
  path: string,
  cookie: string,
  count: number,
): () => void {
  const sockets = Array.from({ length: count }, () => openSlow(port, path, cookie))
  const timer = setInterval(() => {
    for (const socket of sockets) socket.read(1)
  }, EACH_SECOND)
  return () => {
    clearInterval(timer)
    for (const socket of sockets) socket.destroy()
  }
}

function openSlow(port: number, path: string, cookie: string): Socket {
  const socket = connect({ host: '127.0.0.1', port })
  socket.pause()
  // The server may end it when it has waited long enough.
  socket.on('error', () => undefined)
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nCookie: ${cookie}\r\n\r\n`)
  return socket
}
