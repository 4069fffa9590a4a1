/** A request that is put together and taken apart before it is sent. */
export interface Draft {
  method: string
  /** Request target as it is written, any bytes of latin1. */
  target: string
  /** In order, so that a name may come twice; bytes of latin1. */
  readonly headers: [name: string, value: string][]
  body: Buffer
  /** How the end of the body is told. */
  framing: 'length' | 'chunked' | 'none' | 'odd'
  version: string
  /** Bytes of the whole that are sent; the others are withheld, and the sender hangs up. */
  sent: number
}

/** Sets a header, or takes it out. */
export function setHeader(draft: Draft, name: string, value: string | undefined): void {
  const place = draft.headers.findIndex(([known]) => known === name)
  if (place >= 0) draft.headers.splice(place, 1)
  if (value !== undefined) draft.headers.push([name, value])
}

/** UTF-8 as the latin1 that a head is written in. */
export function bytesOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}
