/** Cells of a line by the names of their columns. */
export type SheetRow = Readonly<Record<string, string>>

/** A table as a file holds it: what its columns are called, and its lines. */
export interface Sheet {
  readonly heads: readonly string[]
  readonly rows: readonly SheetRow[]
}

/** What a file holds: one table under the empty name, or those of a database, each under its own. */
export interface SheetFile {
  readonly format: 'csv' | 'xlsx' | 'sql'
  /** How its text was read: some old programs write Windows-1252 without saying so. */
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252'
  readonly sheets: ReadonlyMap<string, Sheet>
}

/** Why a file can't be read, in a word; text that goes with it, such as the name of a column. */
export class SheetError extends Error {
  override name = 'SheetError'
  readonly why: SheetFault

  constructor(why: SheetFault, detail = '') {
    super(detail)
    this.why = why
  }
}

export type SheetFault =
  | 'format'
  | 'csv'
  | 'empty'
  | 'heads'
  | 'rows'
  | 'cell'
  | 'unpacked'
  | 'dump'
  | 'columns'
  | 'prefixes'
  | 'kind'

/** Lines that are read of one file, and characters of one cell: beyond these something else was meant. */
export const MOST_ROWS = 200_000
export const LONGEST_CELL = 10_000

/** Lines that are put below their heads before others have their turn. */
const AT_ONCE = 1000

/**
 * Puts a file's lines below their heads, each cell under its own.
 * @param pause lets what else waits go first
 * @throws SheetError
 */
export async function sheetOf(
  heads: readonly string[],
  lines: readonly (readonly string[])[],
  pause: () => Promise<void>,
): Promise<Sheet> {
  const names = heads.map((head) => head.trim())
  if (!names.some(Boolean)) throw new SheetError('empty')
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) !== i)
  if (twice !== undefined) throw new SheetError('heads', twice)
  const named = names.flatMap((name, i) => (name === '' ? [] : [[name, i] as const]))
  const rows: SheetRow[] = []
  for (const cells of lines) {
    rows.push(Object.fromEntries(named.map(([name, i]) => [name, cells[i] ?? ''])))
    if (rows.length % AT_ONCE === 0) await pause()
  }
  return { heads: named.map(([name]) => name), rows }
}
