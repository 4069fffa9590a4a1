import type { SumDifference } from '../store/store.ts'

/** A sum that is wrong, in a line for whoever runs the server: where it is and both numbers. */
export function differenceLine(difference: SumDifference): string {
  const { site, article, table, day, standing, column, stored, counted } = difference
  const place = [site, article, table, day, standing, column].filter(Boolean).join(' ')
  return `${place}: stored ${stored}, counted ${counted}`
}
