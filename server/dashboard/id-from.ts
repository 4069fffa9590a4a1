/** A number by which the database knows a row, from an address; 0, which is no row's, for anything else. */
export function idFrom(text: string | undefined): number {
  return /^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : 0
}
