/** What spreadsheets take for a formula, also behind blanks and in full width. */
const FORMULA = /^[\s\u00a0\u3000\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/

/** A text as a cell of CSV with `;` between cells: never a formula, quoted where it has to be. */
export function csvText(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text
  return /[;"\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
