import { connect } from 'node:net'

/** A response as it came over the wire. */
export interface RawReply {
  readonly status: number
  /** By lower-case name; the last of a name counts. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

export interface Exchange {
  readonly replies: readonly RawReply[]
  /** From the last byte sent to the end of the first answer, in milliseconds. */
  readonly duration: number
  /** False where it was waited for the whole patience. */
  readonly ended: boolean
}

/** Longest wait for an answer, in milliseconds. */
const PATIENCE = 12_000

/**
 * Sends bytes on a connection of their own and reads what comes until it is closed.
 * @param hangUp ends our own side after the last byte
 */
export function exchange(
  origin: string,
  bytes: Buffer,
  method: string,
  hangUp: boolean,
): Promise<Exchange> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
    const arrived: Buffer[] = []
    let begun = performance.now()
    let first = 0

    const settle = (ended: boolean) => {
      clearTimeout(patience)
      socket.destroy()
      const { replies } = repliesIn(Buffer.concat(arrived), method)
      const duration = (first || performance.now()) - begun
      resolve({ replies, duration, ended })
    }
    const patience = setTimeout(() => settle(false), PATIENCE)

    socket.on('connect', () => {
      begun = performance.now()
      socket.write(bytes)
      if (hangUp) socket.end()
    })
    socket.on('data', (chunk) => {
      arrived.push(chunk)
      const { replies, whole } = repliesIn(Buffer.concat(arrived), method)
      if (!whole || !replies.some(({ status }) => status >= 200)) return
      first ||= performance.now()
      if (!hangUp) settle(true)
    })
    // What the other side did before it broke off has been read all the same.
    socket.on('error', () => undefined)
    socket.on('end', () => settle(true))
    socket.on('close', () => settle(true))
  })
}

/** Every response in what came, and whether the last one is complete. */
function repliesIn(bytes: Buffer, method: string): { replies: RawReply[]; whole: boolean } {
  const replies: RawReply[] = []
  let rest = bytes
  while (rest.length > 0) {
    const end = rest.indexOf('\r\n\r\n', 0, 'latin1')
    if (end < 0) return { replies, whole: false }
    const [line = '', ...lines] = rest.toString('latin1', 0, end).split('\r\n')
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(line)?.[1] ?? Number.NaN)
    const headers = new Map(
      lines.map((header): [string, string] => {
        const colon = header.indexOf(':')
        return [header.slice(0, colon).toLowerCase(), header.slice(colon + 1).trim()]
      }),
    )
    rest = rest.subarray(end + 4)
    const bodiless = status < 200 || status === 204 || status === 304 || method === 'HEAD'
    const length = bodiless ? 0 : lengthOf(headers, rest)
    if (rest.length < length) return { replies, whole: false }
    replies.push({ status, headers, body: rest.toString('utf8', 0, length) })
    rest = rest.subarray(length)
  }
  return { replies, whole: true }
}

/** Bytes of a body; one without a length goes on to the end of the connection. */
function lengthOf(headers: ReadonlyMap<string, string>, rest: Buffer): number {
  const length = headers.get('content-length')
  if (length !== undefined) return Number(length)
  if (headers.get('transfer-encoding') !== 'chunked') return rest.length
  if (rest.toString('latin1', 0, 5) === '0\r\n\r\n') return 5
  const last = rest.indexOf('\r\n0\r\n\r\n', 0, 'latin1')
  return last < 0 ? Number.POSITIVE_INFINITY : last + 7
}
