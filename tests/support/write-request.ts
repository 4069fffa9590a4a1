/** A request to one of the three write addresses, right in whatever it doesn't say. */
export interface WriteRequest {
  readonly path: string
  /** Text to be sent as it is, or fields to be sent as JSON. */
  readonly body: string | Readonly<Record<string, unknown>>
  readonly method?: string
  /** Instead of the usual ones; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  /** True for a body that doesn't announce its length. */
  readonly chunked?: boolean
}

const SERVER = 'https://tanggapan.example'

/** What a page on https://desa.go.id sends. */
export function writeRequest(write: WriteRequest): Request {
  const { path, body, method = 'POST', headers = {}, chunked = false } = write
  const bytes = new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body))
  const usual = {
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

function inChunks(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const size = 512
  return new ReadableStream({
    start(controller) {
      for (let i = 0; i < bytes.length; i += size) controller.enqueue(bytes.slice(i, i + size))
      controller.close()
    },
  })
}
