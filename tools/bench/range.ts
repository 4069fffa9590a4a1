/** Middle, least and most of a figure over the rounds. */
export interface Range {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** @returns null where a figure could not be measured */
export function rangeOf(values: readonly (number | undefined)[]): Range | null {
  const known = values.filter((value) => value !== undefined).sort((a, b) => a - b)
  if (known.length === 0 || known.length < values.length) return null
  const middle = (known.length - 1) / 2
  const at = (place: number) => known[place] as number
  const median = (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2
  return { median, min: at(0), max: at(known.length - 1) }
}
