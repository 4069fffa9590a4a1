/** The periods that a month, YYYY-MM, is part of: itself, its quarter, half-year and year, and all time. */
export function monthPeriods(month: string): readonly string[] {
  const year = month.slice(0, 4)
  const number = Number(month.slice(5))
  const quarter = Math.ceil(number / 3)
  return [month, `${year}-T${quarter}`, `${year}-S${Math.ceil(number / 6)}`, year, 'all']
}
