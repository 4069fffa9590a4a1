import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
  randomBytes,
  scrypt,
} from 'node:crypto'
import { promisify } from 'node:util'

/*
 * A backup is sealed to a public key (X25519, RFC 7748) whose private half comes out of the
 * recovery phrase alone. So a server seals one every day without having what opens them.
 */

/** What a server keeps of a recovery phrase: enough to seal, nothing to open. */
export interface RecoveryKey {
  /** Of scrypt, 16 bytes in base64url. */
  readonly salt: string
  /** The public key, 32 bytes in base64url. */
  readonly recipient: string
}

const SALT_BYTES = 16
const KEY_BYTES = 32
/** RFC 7914 with 32 MiB; the phrase's 140 bits alone are out of reach already. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
/** Everything of a PKCS #8 X25519 key (RFC 8410) but its 32 bytes. */
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex')

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)

/** The private key of a phrase under a salt. */
export async function privateKeyOf(phrase: string, salt: string): Promise<KeyObject> {
  const bytes = await derive(phrase, Buffer.from(salt, 'base64url'), KEY_BYTES, COST)
  return privateKeyFrom(bytes)
}

/** The key that a new phrase, or a known one on a new server, seals to. */
export async function recoveryKeyOf(phrase: string): Promise<RecoveryKey> {
  const salt = randomBytes(SALT_BYTES).toString('base64url')
  return { salt, recipient: publicHalf(await privateKeyOf(phrase, salt)) }
}

/** A private key for one backup alone. */
export function passingKey(): KeyObject {
  return privateKeyFrom(randomBytes(KEY_BYTES))
}

/** The public half of a private key, 32 bytes in base64url. */
export function publicHalf(key: KeyObject): string {
  return String(createPublicKey(key).export({ format: 'jwk' }).x)
}

/**
 * The key of one backup's content, the same from either side.
 * @param bound what else it is bound to, such as the backup's header
 */
export function contentKey(own: KeyObject, other: string, bound: string): Buffer {
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: other },
    format: 'jwk',
  })
  const shared = diffieHellman({ privateKey: own, publicKey })
  return Buffer.from(hkdfSync('sha256', shared, '', `tanggapan backup\n${bound}`, KEY_BYTES))
}

function privateKeyFrom(bytes: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8, bytes]), format: 'der', type: 'pkcs8' })
}
