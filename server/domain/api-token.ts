export type { ApiToken } from '../store/store.ts'

/** Bytes of a token that are random: 256 bits. */
const TOKEN_BYTES = 32
/** Makes a token that got into a file or a log findable by a search. */
const MARK = 'tanggapan_'

const NAME = /^[a-z0-9][a-z0-9-]{0,39}$/
/** Names by which the audit log has what no token did. */
const RESERVED = ['system', 'operator']

/** A new token of the admin API: 256 random bits. It is shown once; its hash is kept. */
export function newApiToken(random: (bytes: number) => Uint8Array): string {
  return MARK + base64url(random(TOKEN_BYTES))
}

/** The token that an `Authorization` header carries; undefined where it carries none. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer +(tanggapan_[\w-]{43})$/i.exec(authorization ?? '')?.[1]
}

/** What is wrong with a token's name, as a sentence; undefined where nothing is. */
export function tokenNameFault(name: string): string | undefined {
  if (RESERVED.includes(name)) return `NAME can't be ${name}: the audit log says so of others.`
  if (NAME.test(name)) return undefined
  return 'NAME is lower-case letters, digits and hyphens, at most 40.'
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
