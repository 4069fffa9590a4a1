import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

const UNPACKERS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  br: createBrotliDecompress,
  deflate: createInflate,
  gzip: createGunzip,
  'x-gzip': createGunzip,
}

/**
 * Reads the beginning of a stream and lets go of the rest.
 * @param encoding how it is packed; the limit holds for what comes out of it
 * @param most number of bytes
 * @throws the stream's errors
 */
export async function readSome(
  stream: Readable,
  encoding: string | undefined,
  most: number,
): Promise<{ readonly bytes: Uint8Array; readonly whole: boolean }> {
  const unpacker = UNPACKERS[encoding?.trim().toLowerCase() ?? '']?.()
  // Errors come out of the loop; nobody else waits for them.
  const unpacked = unpacker ? pipeline(stream, unpacker, () => undefined) : stream
  const chunks: Uint8Array[] = []
  let length = 0
  // Leaving the loop destroys the stream, and the connection with it.
  for await (const chunk of unpacked) {
    chunks.push(chunk as Uint8Array)
    length += (chunk as Uint8Array).length
    if (length > most) break
  }
  const whole = length <= most
  return { bytes: Buffer.concat(chunks, Math.min(length, most)), whole }
}
