import type { Period } from './period.ts'

/** The dashboard's languages. */
export type ReportLanguage = 'id' | 'en'

const MONTHS: Readonly<Record<ReportLanguage, readonly string[]>> = {
  id: [
    ...['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni'],
    ...['Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  ],
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
}
const ROMAN = ['I', 'II', 'III', 'IV'] as const

const WORDS = {
  id: { week: 'Minggu ke-', quarter: 'Triwulan', semester: 'Semester', year: 'Tahun ', to: 's.d.' },
  en: { week: 'Week ', quarter: 'Quarter', semester: 'Half-year', year: '', to: 'to' },
} as const

/** What people call a period: `Triwulan I 2026`, `Maret 2026`, `05-01-2026 s.d. 07-02-2026`. */
export function periodName(period: Period, language: ReportLanguage): string {
  const { kind, code, from, to } = period
  const words = WORDS[language]
  const year = code.slice(0, 4)
  const number = Number(code.slice(6))
  switch (kind) {
    case 'day':
      return dayName(from, language)
    case 'week':
      return `${words.week}${number} ${year} (${spanName(from, to, language)})`
    case 'month':
      return `${monthName(from, language)} ${year}`
    case 'quarter':
    case 'semester':
      return `${words[kind]} ${ROMAN[number - 1]} ${year}`
    case 'year':
      return `${words.year}${year}`
    case 'custom':
      return `${dateOf(from)} ${words.to} ${dateOf(to)}`
  }
}

function dayName(day: string, language: ReportLanguage): string {
  return `${Number(day.slice(8))} ${monthName(day, language)} ${day.slice(0, 4)}`
}

/** What both ends have in common is said once, at the end. */
function spanName(from: string, to: string, language: ReportLanguage): string {
  if (from.slice(0, 7) === to.slice(0, 7))
    return `${Number(from.slice(8))}–${dayName(to, language)}`
  const first = dayName(from, language)
  return `${from.slice(0, 4) === to.slice(0, 4) ? first.slice(0, -5) : first} – ${dayName(to, language)}`
}

function monthName(day: string, language: ReportLanguage): string {
  return MONTHS[language][Number(day.slice(5, 7)) - 1] ?? ''
}

/** DD-MM-YYYY */
function dateOf(day: string): string {
  return day.split('-').reverse().join('-')
}
