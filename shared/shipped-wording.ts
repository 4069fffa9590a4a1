import type { Choice } from './choice.ts'
import type { Language } from './language.ts'

/** Everything that readers are asked in one language: the question, and a label for each choice. */
export interface FullWording {
  readonly question: string
  readonly labels: Readonly<Record<Choice, string>>
}

/** What the survey asks where a site sets nothing else; its own words, which a test holds equal. */
export const SHIPPED_WORDING: Readonly<Record<Language, FullWording>> = {
  id: wording(
    'Bagaimana Tanggapan Anda?',
    ...(['Sangat Puas', 'Puas', 'Cukup Puas', 'Tidak Puas'] as const),
  ),
  en: wording(
    'What do you think of this article?',
    ...(['Very satisfied', 'Satisfied', 'Fairly satisfied', 'Not satisfied'] as const),
  ),
  jv: wording(
    'Kados pundi pamanggih panjenengan?',
    ...(['Marem sanget', 'Marem', 'Cekap marem', 'Boten marem'] as const),
  ),
  su: wording(
    'Kumaha pamanggih Anjeun?',
    ...(['Sugema pisan', 'Sugema', 'Cekap sugema', 'Teu sugema'] as const),
  ),
}

function wording(
  question: string,
  ...[best, good, fair, bad]: readonly [string, string, string, string]
): FullWording {
  return {
    question,
    labels: { 'sangat-puas': best, puas: good, 'cukup-puas': fair, 'tidak-puas': bad },
  }
}
