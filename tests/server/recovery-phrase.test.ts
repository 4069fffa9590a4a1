import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newPhrase, PhraseError, phraseFrom } from '../../server/entry/backup/recovery-phrase.ts'

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const phrases = fc.constant(null).map(newPhrase)

/** What is said of a phrase that was mistyped. */
function faultOf(typed: string): string {
  try {
    return `taken as ${phraseFrom(typed)}`
  } catch (reason) {
    if (reason instanceof PhraseError) return reason.message
    throw reason
  }
}

test('a phrase is seven groups of five, and never the same', () => {
  const made = Array.from({ length: 100 }, newPhrase)
  for (const phrase of made)
    expect(phrase).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}$/)
  expect(new Set(made.flatMap((phrase) => phrase.split('-'))).size).toBe(700)
})

test('it is understood as people write it', () => {
  const phrase = newPhrase()
  expect(phraseFrom(phrase)).toBe(phrase)
  expect(phraseFrom(`  ${phrase.toLowerCase().replaceAll('-', ' ')}\n`)).toBe(phrase)
  expect(phraseFrom(phrase.replaceAll('-', ''))).toBe(phrase)
  expect(phraseFrom(phrase.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(phrase)
  expect(phraseFrom(phrase.replaceAll('0', 'O').replaceAll('1', 'I'))).toBe(phrase)
})

test('any one wrong letter is named by its group', () => {
  const anywhere = fc.tuple(phrases, fc.nat(6), fc.nat(4), fc.constantFrom(...DIGITS))
  fc.assert(
    fc.property(anywhere, ([phrase, group, place, letter]) => {
      const groups = phrase.split('-')
      const own = groups[group] as string
      fc.pre(own[place] !== letter)
      groups[group] = own.slice(0, place) + letter + own.slice(place + 1)
      expect(faultOf(groups.join('-'))).toBe(
        `Group ${group + 1} of the recovery phrase, ${groups[group]}, is mistyped.`,
      )
    }),
  )
})

test('two neighbours that were swapped, letters or groups, are named', () => {
  fc.assert(
    fc.property(fc.tuple(phrases, fc.nat(6), fc.nat(3)), ([phrase, group, place]) => {
      const groups = phrase.split('-')
      const own = [...(groups[group] as string)]
      fc.pre(own[place] !== own[place + 1])
      const swapped = [...own]
      swapped.splice(place, 2, own[place + 1] as string, own[place] as string)
      groups[group] = swapped.join('')
      expect(faultOf(groups.join(' '))).toContain(`Group ${group + 1} of the recovery phrase`)
    }),
  )
  fc.assert(
    fc.property(fc.tuple(phrases, fc.nat(5)), ([phrase, group]) => {
      const groups = phrase.split('-')
      groups.splice(group, 2, groups[group + 1] as string, groups[group] as string)
      expect(faultOf(groups.join(' '))).toContain(`Group ${group + 1} of the recovery phrase`)
    }),
  )
})

test('a letter that no phrase has, and one too few or too many, are named', () => {
  const phrase = newPhrase()
  expect(faultOf(`${phrase.slice(0, -1)}U`)).toBe('The recovery phrase has no U in it.')
  expect(faultOf(phrase.slice(0, -1))).toBe(
    'The recovery phrase has 35 characters in 7 groups, not 34.',
  )
  expect(faultOf(`${phrase}0`)).toContain('not 36.')
  expect(faultOf('')).toContain('not 0.')
})
