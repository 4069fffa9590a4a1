import { parse } from 'csv-parse/sync'
import { decodeText } from './decode-text.ts'

export interface CsvTable {
  readonly heads: readonly string[]
  /** By the names of the columns. */
  readonly rows: readonly Readonly<Record<string, string>>[]
}

const SEPARATORS = [';', ',', '\t']

/**
 * Reads a table whose first line names its columns. What separates them is what that line has most of: Excel writes
 * semicolons in Indonesia, most programs commas.
 * @throws TypeError naming the line that can't be read
 */
export function readCsvTable(bytes: Uint8Array): CsvTable {
  const text = decodeText(bytes)
  const [first = ''] = text.split(/\r\n|\n|\r/, 1)
  const times = (separator: string) => first.split(separator).length
  const delimiter = [...SEPARATORS].sort((a, b) => times(b) - times(a))[0] as string
  try {
    const lines: string[][] = parse(text, { bom: true, delimiter, skip_empty_lines: true })
    const [heads = [], ...rows] = lines
    const names = heads.map((head) => head.trim())
    return {
      heads: names,
      rows: rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))),
    }
  } catch (reason) {
    throw new TypeError(`The table can't be read: ${(reason as Error).message}`)
  }
}
