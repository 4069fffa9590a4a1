/** The languages that letters are written in. */
export type LetterLanguage = 'id' | 'en'

/** A whole number as the language groups its digits: `1.204`. */
export function countText(language: LetterLanguage, n: number): string {
  return n.toLocaleString(language)
}

/** Hundredths of the index as `76,61`. */
export function indexText(language: LetterLanguage, hundredths: number): string {
  return decimals(language, hundredths / 100, 2)
}

/** By how much the index moved, with its sign. */
export function movedText(language: LetterLanguage, hundredths: number): string {
  return `${hundredths < 0 ? '−' : '+'}${indexText(language, Math.abs(hundredths))}`
}

/** A share of something in percent, to one decimal; a dash of nothing. */
export function shareText(language: LetterLanguage, part: number, whole: number): string {
  return whole === 0 ? '–' : `${decimals(language, (100 * part) / whole, 1)} %`
}

/** Tenths of a percent as `73,7 %`. */
export function tenthsText(language: LetterLanguage, tenths: number, digits: 0 | 1): string {
  return `${decimals(language, tenths / 10, digits)} %`
}

function decimals(language: LetterLanguage, value: number, digits: number): string {
  const both = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return value.toLocaleString(language, both)
}
