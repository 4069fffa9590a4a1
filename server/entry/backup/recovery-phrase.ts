import { randomBytes } from 'node:crypto'

/*
 * The recovery phrase: seven groups of five characters of Crockford's base 32, such as
 * `7ZK3M-…`. Four of each five are random (140 bits in all); the fifth holds the group to its
 * letters and its place, so that whoever types it wrong is told which group to look at.
 */

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 7
const RANDOM_IN_GROUP = 4
const GROUP = RANDOM_IN_GROUP + 1

/** What was typed is no recovery phrase; the message says where to look. */
export class PhraseError extends Error {
  override name = 'PhraseError'
}

/** A phrase that nobody has had before. */
export function newPhrase(): string {
  const values = Array.from(randomBytes(GROUPS * RANDOM_IN_GROUP), (byte) => byte & 31)
  const groups = Array.from({ length: GROUPS }, (_, i) => {
    const own = values.slice(i * RANDOM_IN_GROUP, (i + 1) * RANDOM_IN_GROUP)
    return [...own, checkOf(own, i)].map((value) => DIGITS[value]).join('')
  })
  return groups.join('-')
}

/**
 * A phrase as it was printed, from one as it was typed: small letters, blanks instead of
 * dashes, and O, I and L for the digits they look like are all understood.
 * @throws PhraseError
 */
export function phraseFrom(typed: string): string {
  const text = typed
    .toUpperCase()
    .replace(/[\s-]+/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const stranger = [...text].find((letter) => !DIGITS.includes(letter))
  if (stranger) throw new PhraseError(`The recovery phrase has no ${stranger} in it.`)
  if (text.length !== GROUPS * GROUP) {
    throw new PhraseError(
      `The recovery phrase has ${GROUPS * GROUP} characters in ${GROUPS} groups, not ${text.length}.`,
    )
  }
  const groups = Array.from({ length: GROUPS }, (_, i) => text.slice(i * GROUP, (i + 1) * GROUP))
  const wrong = groups.findIndex((group, i) => {
    const values = [...group].map((letter) => DIGITS.indexOf(letter))
    return checkOf(values.slice(0, RANDOM_IN_GROUP), i) !== values[RANDOM_IN_GROUP]
  })
  if (wrong >= 0) {
    throw new PhraseError(
      `Group ${wrong + 1} of the recovery phrase, ${groups[wrong]}, is mistyped.`,
    )
  }
  return groups.join('-')
}

/**
 * A polynomial over the field of 32 elements: every letter and the group's place weigh
 * differently, so one wrong letter and two swapped ones never go unseen.
 */
function checkOf(values: readonly number[], place: number): number {
  return doubled(values.reduce((sum, value) => doubled(sum) ^ value, place + 1))
}

/** Times x, modulo x⁵ + x² + 1. */
function doubled(value: number): number {
  const shifted = value << 1
  return shifted & 32 ? shifted ^ 0b100101 : shifted
}
