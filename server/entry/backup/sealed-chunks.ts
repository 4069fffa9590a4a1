import { createCipheriv, createDecipheriv } from 'node:crypto'

/*
 * AES-256-GCM in chunks, each under a nonce that counts them and marks the last one: a file
 * that was cut, reordered or changed anywhere is refused at that place, and neither side
 * ever holds more than a chunk. The key is of one file alone, so no nonce comes twice.
 */

const CHUNK = 256 * 1024
const TAG = 16
const NONCE = 12

/** The sealed file was changed, cut short or joined from pieces. */
export class SealBrokenError extends Error {
  override name = 'SealBrokenError'

  constructor() {
    super('The backup was changed or is cut short; none of it was used.')
  }
}

export async function* sealed(key: Buffer, plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const { chunk, count, last } of counted(plain, CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(count, last))
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
  }
}

/** @throws SealBrokenError, at the latest after the last chunk: use nothing before it ends */
export async function* opened(key: Buffer, cipher: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const { chunk, count, last } of counted(cipher, CHUNK + TAG)) {
    if (chunk.length < TAG) throw new SealBrokenError()
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(count, last))
    decipher.setAuthTag(chunk.subarray(-TAG))
    const plain = decipher.update(chunk.subarray(0, -TAG))
    try {
      decipher.final()
    } catch {
      throw new SealBrokenError()
    }
    yield plain
  }
}

interface Counted {
  readonly chunk: Buffer
  readonly count: number
  readonly last: boolean
}

/** The same bytes in chunks of one length; the last one is shorter, and there is always one. */
async function* counted(source: AsyncIterable<Buffer>, length: number): AsyncGenerator<Counted> {
  let waiting: Buffer[] = []
  let held = 0
  let count = 0
  for await (const piece of source) {
    waiting.push(piece)
    held += piece.length
    if (held <= length) continue
    let rest = Buffer.concat(waiting)
    // What may be the last chunk waits: only the end of the source tells.
    for (; rest.length > length; rest = rest.subarray(length)) {
      yield { chunk: rest.subarray(0, length), count: count++, last: false }
    }
    waiting = [rest]
    held = rest.length
  }
  yield { chunk: Buffer.concat(waiting), count, last: true }
}

function nonceOf(count: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE)
  nonce.writeUIntBE(count, 5, 6)
  nonce[NONCE - 1] = Number(last)
  return nonce
}
