/** A day, YYYY-MM-DD, as DD-MM-YYYY. */
export function dayText(day: string): string {
  return day.split('-').reverse().join('-')
}
