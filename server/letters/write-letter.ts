import type { Letter } from '../domain/letter.ts'
import type { LetterBlock } from './letter-block.ts'
import { letterPage } from './letter-html.ts'
import { letterText } from './letter-text.ts'

/** A letter out of its pieces, as text and as a page that say the same. */
export function writeLetter(
  language: 'id' | 'en',
  subject: string,
  blocks: readonly LetterBlock[],
): Letter {
  // What is put together without a promise in it comes at once.
  const page = `${letterPage(language, subject, blocks)}`
  // Names are typed by people: a header is one line, whatever they typed.
  const line = subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return { subject: line, text: letterText(blocks), html: page }
}
