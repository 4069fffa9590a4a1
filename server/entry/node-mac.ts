import { hash } from 'node:crypto'
import type { Mac } from '../domain/mac.ts'

/** Block length of SHA-256 in bytes. */
const BLOCK = 64
const DIGEST = 32
/** Room for the messages of the rules; a longer one gets a buffer of its own. */
const USUAL_MESSAGE = 2048

/** A key spread over HMAC's two blocks, each with room behind it for what is hashed with it. */
interface Pads {
  readonly inner: Buffer
  readonly outer: Buffer
}

const pads = new WeakMap<Uint8Array, Pads>()

/** The latest answer, to be copied. */
const latest = Buffer.alloc(DIGEST)

/**
 * HMAC-SHA256 (RFC 2104) out of two one-shot hashes. `createHmac` makes a native object for each
 * call, which costs as much again in garbage collection as the hash itself, and so does a hash
 * that answers with a Buffer: they come as text with a character a byte, and what is handed out
 * is an array small enough to lie in V8's own heap. Tested against `createHmac`.
 */
export const nodeMac: Mac = (key, message) => {
  const { inner, outer } = pads.get(key) ?? spread(key)
  outer.write(hash('sha256', joined(inner, message), 'binary'), BLOCK, 'binary')
  latest.write(hash('sha256', outer, 'binary'), 'binary')
  return new Uint8Array(latest)
}

/** The inner block with a message behind it. */
function joined(inner: Buffer, message: string | Uint8Array): Buffer {
  const length = typeof message === 'string' ? Buffer.byteLength(message) : message.length
  const input = length <= USUAL_MESSAGE ? inner : Buffer.concat([inner], BLOCK + length)
  if (typeof message === 'string') input.write(message, BLOCK)
  else input.set(message, BLOCK)
  return input.subarray(0, BLOCK + length)
}

function spread(key: Uint8Array): Pads {
  const short = key.length > BLOCK ? hash('sha256', key, 'buffer') : key
  const inner = Buffer.alloc(BLOCK + USUAL_MESSAGE)
  const outer = Buffer.alloc(BLOCK + DIGEST)
  for (let i = 0; i < BLOCK; i++) {
    const byte = short[i] ?? 0
    inner[i] = byte ^ 0x36
    outer[i] = byte ^ 0x5c
  }
  const spreadKey = { inner, outer }
  pads.set(key, spreadKey)
  return spreadKey
}
