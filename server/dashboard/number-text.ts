import type { Share } from '../domain/report/comparison.ts'
import type { Words } from './words/words.ts'

/** A whole number as the language groups its digits: `1.204`. */
export function countText({ language }: Words, n: number): string {
  return n.toLocaleString(language)
}

/** Hundredths of the index as `86,84`. */
export function indexText({ language }: Words, hundredths: number): string {
  return decimals(language, hundredths / 100, 2)
}

/** By how much the index moved, with its sign: `+1,20`. */
export function movedText(words: Words, hundredths: number): string {
  const sign = hundredths > 0 ? '+' : hundredths < 0 ? '−' : '±'
  return `${sign}${indexText(words, Math.abs(hundredths))}`
}

/** Tenths of a percent as `73,7 %`, or without its decimal where it has none to show. */
export function tenthsText({ language }: Words, tenths: number, digits: 0 | 1): string {
  return `${decimals(language, tenths / 10, digits)} %`
}

/** A share in whole percents. It says 0 or 100 only where it is nothing or all. */
export function shareText({ language }: Words, { k, n }: Share): string {
  const percent = Math.round((100 * k) / n)
  const shown = k > 0 && k < n ? Math.min(99, Math.max(1, percent)) : percent
  return `${decimals(language, shown, 0)} %`
}

/** A small share, such as votes of views, to one decimal. */
export function rateText({ language }: Words, { k, n }: Share): string {
  return n === 0 ? '–' : `${decimals(language, (100 * k) / n, 1)} %`
}

function decimals(language: string, value: number, digits: number): string {
  const both = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return value.toLocaleString(language, both)
}
