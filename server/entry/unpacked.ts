import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** A stream's bytes, unpacked where it begins as gzip does. @throws the stream's errors */
export async function* unpacked(stream: Readable): AsyncGenerator<Uint8Array> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterableIterator<Uint8Array>
  const { value: first, done } = await chunks.next()
  if (done) return
  const all = joined(first, chunks)
  const packed = first[0] === 0x1f && first[1] === 0x8b
  // Errors come out of the loop; nobody else waits for them.
  yield* packed ? pipeline(Readable.from(all), createGunzip(), () => undefined) : all
}

async function* joined(
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first
  yield* rest
}
