import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { PasswordHash } from '../accounts/password-hash.ts'

/** N = 2^15, r = 8, p = 3: 32 MiB and a fraction of a second each (OWASP's second choice). */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 } as const
const SALT_BYTES = 16
const KEY_BYTES = 32
const MARK = 'scrypt-15-8-3'
/** Most that wait their turn; readers' votes need the processor as well. */
const LONGEST_QUEUE = 32

/** Thrown when more people sign in at once than can be waited for. */
class BusyError extends Error {
  override name = 'BusyError'
}

/** scrypt by `node:crypto`, off the thread that answers, one password at a time. */
export function createNodePasswordHash(): PasswordHash {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (waiting >= LONGEST_QUEUE) return Promise.reject(new BusyError('too many sign in at once'))
    waiting += 1
    const done = last.then(work).finally(() => {
      waiting -= 1
    })
    last = done.catch(() => undefined)
    return done
  }

  return {
    hash: (password) =>
      inTurn(async () => {
        const salt = randomBytes(SALT_BYTES)
        const key = await derived(password, salt)
        return [MARK, salt.toString('base64url'), key.toString('base64url')].join('$')
      }),

    verify: (password, hash) =>
      inTurn(async () => {
        const [mark, salt = '', kept = ''] = hash.split('$')
        if (mark !== MARK) return false
        const key = await derived(password, Buffer.from(salt, 'base64url'))
        const expected = Buffer.from(kept, 'base64url')
        return key.length === expected.length && timingSafeEqual(key, expected)
      }),
  }
}

function derived(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // The same letters typed on another keyboard are the same password.
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, COST, (reason, key) => {
      if (reason) reject(reason)
      else resolve(key)
    })
  })
}
