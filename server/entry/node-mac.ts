import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { Mac } from '../domain/mac.ts'

const keys = new WeakMap<Uint8Array, KeyObject>()

/** HMAC-SHA256 by `node:crypto`, which Workers have too. */
export const nodeMac: Mac = (key, message) => {
  let prepared = keys.get(key)
  if (!prepared) {
    prepared = createSecretKey(key)
    keys.set(key, prepared)
  }
  return createHmac('sha256', prepared).update(message).digest()
}
