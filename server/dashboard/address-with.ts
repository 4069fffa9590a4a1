/**
 * An address with some of its parameters changed, so that what else was chosen stays; an undefined
 * one is left out.
 */
export function addressWith(
  at: string,
  query: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const given = Object.entries({ ...query, ...changes })
  const kept = given.filter((pair): pair is [string, string] => Boolean(pair[1]))
  const text = new URLSearchParams(kept).toString()
  return text === '' ? at : `${at}?${text}`
}
