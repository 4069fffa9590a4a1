import { CHOICES } from '../../shared/choice.ts'
import type { Result } from '../domain/report/result.ts'
import type { Bar } from './letter-block.ts'
import { countText, indexText, type LetterLanguage, tenthsText } from './letter-number.ts'
import { LETTER_WORDS } from './letter-words.ts'

/** The four answers of a week. */
export function weekBar(
  language: LetterLanguage,
  label: string,
  { votes, percentages, n }: Result,
): Bar {
  const words = LETTER_WORDS[language]
  if (!percentages) return { label, votes, words: words.noShares }
  const { tenths, decimals } = percentages
  const [best = '', good = '', fair = '', worst = ''] = CHOICES.map((choice) =>
    tenthsText(language, tenths[choice], decimals),
  )
  return { label, votes, words: words.shares(best, good, fair, worst, countText(language, n)) }
}

/** The index with its interval, or that there is none. */
export function resultText(language: LetterLanguage, { index, interval }: Result): string {
  const words = LETTER_WORDS[language]
  if (index === null || interval === null) return words.none
  const [at, low, high] = [index, interval.low, interval.high].map((each) =>
    indexText(language, each),
  )
  return words.within(at ?? '', low ?? '', high ?? '')
}
