/**
 * The four answers, best first. Keys are stable: they are what is sent, stored and
 * exported. A position or a label never stands for a choice, because other products
 * number the same four the other way round.
 */
export const CHOICES = ['sangat-puas', 'puas', 'cukup-puas', 'tidak-puas'] as const

export type Choice = (typeof CHOICES)[number]

/** Score of each choice on the SKM scale, 4 (best) to 1 (PermenPANRB 14/2017). */
export const SCORES: Readonly<Record<Choice, number>> = {
  'sangat-puas': 4,
  puas: 3,
  'cukup-puas': 2,
  'tidak-puas': 1,
}

export function isChoice(value: unknown): value is Choice {
  return (CHOICES as readonly unknown[]).includes(value)
}
