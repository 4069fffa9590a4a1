import type { Words } from '../words.ts'

/** Basa Sunda (lemes). Not yet read by a native speaker; what is missing is said in Indonesian. */
export const su: Partial<Words> = {
  question: 'Kumaha pamanggih Anjeun?',
  labels: {
    'sangat-puas': 'Sugema pisan',
    puas: 'Sugema',
    'cukup-puas': 'Cekap sugema',
    'tidak-puas': 'Teu sugema',
  },
  views: 'Parantos dibuka {n} kali',
  responses: '{n} pamanggih',
  few: 'Responden masih saeutik.',
  thanks: 'Hatur nuhun parantos masihan pamanggih.',
  waiting: 'Teu aya sambungan internét. Pamanggih disimpen, engké dikintunkeun.',
  error: 'Punten, aya kasalahan. Mangga cobian deui.',
  change: 'Robah pamanggih',
}
