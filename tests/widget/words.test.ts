import { expect, test } from 'vitest'
import { languageOf, wordsIn } from '../../widget/language.ts'

const words = (language: 'id' | 'en') => wordsIn(language, undefined)

test('the survey speaks as its element says, else as the page, else as the site, else Indonesian', () => {
  expect(languageOf('en-GB', 'id', 'id')).toBe('en')
  expect(languageOf('', 'en', 'id')).toBe('en')
  expect(languageOf('de', 'fr', 'en')).toBe('en')
  expect(languageOf('de', 'ID-id')).toBe('id')
  expect(languageOf('', undefined)).toBe('id')
  expect(languageOf('toString', 'constructor')).toBe('id')
})

test('Javanese and Sundanese only where an element or a site sets them, not for a page of theirs', () => {
  expect(languageOf('jv', 'id')).toBe('jv')
  expect(languageOf('', undefined, 'su')).toBe('su')
  expect(languageOf('', 'jv')).toBe('id')
  expect(languageOf('', 'jv', 'su')).toBe('su')
})

test('the four answers have their official words', () => {
  expect(Object.values(words('id').labels)).toEqual([
    'Sangat Puas',
    'Puas',
    'Cukup Puas',
    'Tidak Puas',
  ])
  expect(words('id').question).toBe('Bagaimana Tanggapan Anda?')
})

test('a site says some of it in its own words, in the languages that it names', () => {
  const wording = { id: { question: 'Puaskah Anda?', labels: { puas: 'Senang' } } }
  const own = wordsIn('id', wording)
  expect([own.question, own.labels.puas, own.labels['tidak-puas']]).toEqual([
    'Puaskah Anda?',
    'Senang',
    'Tidak Puas',
  ])
  expect(wordsIn('en', wording).question).toBe('What do you think of this article?')
})

test('no language promises anonymity', () => {
  for (const language of ['id', 'en'] as const) {
    expect(JSON.stringify(words(language))).not.toMatch(/anonim|anonym/i)
  }
})

test('both languages fill in the same places', () => {
  const places = (text: unknown) => (JSON.stringify(text).match(/\{\w+\}/g) ?? []).sort()
  const { id, en } = { id: words('id'), en: words('en') }
  for (const key of Object.keys(id) as (keyof typeof id)[]) {
    expect([key, places(en[key])]).toEqual([key, places(id[key])])
  }
})
