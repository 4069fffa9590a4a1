import type { Words } from '../words.ts'

/** Basa Jawa (krama). Not yet read by a native speaker; what is missing is said in Indonesian. */
export const jv: Partial<Words> = {
  question: 'Kados pundi pamanggih panjenengan?',
  labels: {
    'sangat-puas': 'Marem sanget',
    puas: 'Marem',
    'cukup-puas': 'Cekap marem',
    'tidak-puas': 'Boten marem',
  },
  views: 'Sampun dipunwaos kaping {n}',
  responses: '{n} pamanggih',
  few: 'Responden taksih sekedhik.',
  thanks: 'Matur nuwun awit pamanggihipun.',
  waiting: 'Boten wonten sambungan internèt. Pamanggih kasimpen, badhé kakintun mangké.',
  error: 'Wonten masalah. Mangga dipuncobi malih.',
  change: 'Gantos pamanggih',
}
