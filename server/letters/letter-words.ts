import type { LetterLanguage } from './letter-number.ts'
import { LETTERS_EN } from './letters-en.ts'
import { LETTERS_ID, type LetterWords } from './letters-id.ts'

export const LETTER_WORDS: Readonly<Record<LetterLanguage, LetterWords>> = {
  id: LETTERS_ID,
  en: LETTERS_EN,
}
