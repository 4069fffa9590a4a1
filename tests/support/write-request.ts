import { readerHeaders } from './reader-headers.ts'

/** A request to one of the three write addresses, right in whatever it doesn't say. */
export interface WriteRequest {
  readonly path: string
  /** Text to be sent as it is, or fields to be sent as JSON. */
  readonly body: string | Readonly<Record<string, unknown>>
  readonly method?: string
  /** Instead of the usual ones; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  /** Whose it is; unless set, each ballot has a reader and what has none is one more's. */
  readonly reader?: number | string
  /** True for a body that doesn't announce its length. */
  readonly chunked?: boolean
}

const SERVER = 'https://tanggapan.example'

/** What a page on https://desa.go.id sends, by way of a proxy on the server's machine. */
export function writeRequest(write: WriteRequest): Request {
  const { path, body, method = 'POST', headers = {}, chunked = false } = write
  const { reader = readerOf(body) } = write
  const bytes = new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body))
  const usual = {
    ...readerHeaders(reader),
    Origin: 'https://desa.go.id',
    'Content-Type': 'text/plain;charset=UTF-8',
    'Content-Length': chunked ? undefined : String(bytes.length),
  }
  const bodiless = method === 'GET' || method === 'HEAD'
  const init = {
    method,
    headers: Object.entries({ ...usual, ...headers }).flatMap(
      ([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]),
    ),
    body: bodiless ? null : chunked ? inChunks(bytes) : bytes,
    // Needed on Node for a stream, and not in the DOM's types.
    duplex: 'half',
  }
  return new Request(SERVER + path, init)
}

function readerOf(body: WriteRequest['body']): string {
  const ballot = typeof body === 'string' ? undefined : body['ballot']
  return typeof ballot === 'string' ? ballot : ''
}

function inChunks(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const size = 512
  return new ReadableStream({
    start(controller) {
      for (let i = 0; i < bytes.length; i += size) controller.enqueue(bytes.slice(i, i + size))
      controller.close()
    },
  })
}
