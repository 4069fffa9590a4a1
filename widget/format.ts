import type { Language } from '../shared/language.ts'

/*
 * By hand: browsers know neither `jv` nor `su` and would take English for them without a word,
 * and loading their tables for two marks takes a cheap phone a tenth of a second.
 */
const MARKS = { en: ',.', id: '.,' }

/** Thousands separator and decimal mark; Javanese and Sundanese have the Indonesian ones. */
function marksOf(language: Language): string {
  return MARKS[language === 'en' ? language : 'id']
}

/** A count with the language's thousands separator: 1.234 or 1,234. */
export function formatCount(count: number, language: Language): string {
  return `${count}`.replace(/\B(?=(\d{3})+$)/g, marksOf(language).charAt(0))
}

/** A share given in tenths of a percent, with 0 or 1 decimals: 73,7% or 73.7%. */
export function formatShare(tenths: number, decimals: 0 | 1, language: Language): string {
  return `${(tenths / 10).toFixed(decimals).replace('.', marksOf(language).charAt(1))}%`
}

/** A day given as YYYY-MM-DD in the order that Indonesian offices write: 01-07-2016. */
export function formatDay(day: string): string {
  return day.split('-').reverse().join('-')
}

/** Puts values in the place of `{name}`. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
