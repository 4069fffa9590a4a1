import type { PassPurpose } from '../../store/store.ts'

const MINUTE = 60
const DAY = 24 * 60 * MINUTE

/** How long a pass works, in seconds. */
export const PASS_LASTS: Readonly<Record<PassPurpose, number>> = {
  setup: 15 * MINUTE,
  invitation: 7 * DAY,
  password: DAY,
}

/** Without I, L, O and U, which are read for others (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = /.{4}/g
const SETUP_LETTERS = 12
const LINK_BYTES = 24

/** A code to be typed: 60 random bits as three groups of four. */
export function newSetupCode(random: (bytes: number) => Uint8Array): string {
  const letters = [...random(SETUP_LETTERS)].map((byte) => LETTERS[byte % LETTERS.length])
  return letters.join('').match(GROUPS)?.join('-') ?? ''
}

/** What was typed, as the code would be written; blanks, case and missing hyphens don't matter. */
export function writtenSetupCode(typed: string): string {
  const letters = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  const read = letters.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return read.match(GROUPS)?.join('-') ?? ''
}

/** What a link has that is handed over: 192 random bits as 48 hexadecimal digits. */
export function newLinkSecret(random: (bytes: number) => Uint8Array): string {
  return [...random(LINK_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
