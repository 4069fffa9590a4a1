import { expect, test } from 'vitest'
import { languageOf, wordsIn } from '../../widget/language.ts'

test('the survey speaks the closest language it knows, and Indonesian otherwise', () => {
  expect(languageOf('en-GB')).toBe('en')
  expect(languageOf('', 'en')).toBe('en')
  expect(languageOf('de', null, 'ID')).toBe('id')
  expect(languageOf(undefined, 'toString')).toBe('id')
})

test('the four answers have their official words', () => {
  expect(Object.values(wordsIn('id').choices)).toEqual([
    'Sangat Puas',
    'Puas',
    'Cukup Puas',
    'Tidak Puas',
  ])
  expect(wordsIn('id').question).toBe('Bagaimana Tanggapan Anda?')
})

test('no language promises anonymity', () => {
  for (const language of ['id', 'en'] as const) {
    expect(JSON.stringify(wordsIn(language))).not.toMatch(/anonim|anonym/i)
  }
})

test('both languages fill in the same places', () => {
  const places = (text: unknown) => (JSON.stringify(text).match(/\{\w+\}/g) ?? []).sort()
  const { id, en } = { id: wordsIn('id'), en: wordsIn('en') }
  for (const key of Object.keys(id) as (keyof typeof id)[]) {
    expect([key, places(en[key])]).toEqual([key, places(id[key])])
  }
})
