import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { LONGEST_CELL, MOST_ROWS, SheetError } from '../domain/opening/sheet.ts'

const SEPARATORS = [';', ',', '\t']
/** Characters that are read before others have their turn. */
const PIECE = 4 * 1024

/**
 * Reads a table whose first line names its columns. What separates them is what that line has most of: Excel writes
 * semicolons in Indonesia, most programs commas.
 * @throws SheetError naming the line that can't be read
 */
export async function readCsv(
  text: string,
  pause: () => Promise<void>,
): Promise<readonly (readonly string[])[]> {
  const [first = ''] = text.split(/\r\n|\n|\r/, 1)
  const times = (separator: string) => first.split(separator).length
  const delimiter = [...SEPARATORS].sort((a, b) => times(b) - times(a))[0] as string
  const longest = { max_record_size: 20 * LONGEST_CELL }
  const lines: string[][] = []
  const parser = parse({ ...longest, bom: true, delimiter, skip_empty_lines: true })
  try {
    for await (const line of Readable.from(piecesOf(text, pause)).pipe(parser)) {
      if (lines.length > MOST_ROWS) throw new SheetError('rows')
      if (line.some((cell: string) => cell.length > LONGEST_CELL)) throw new SheetError('cell')
      lines.push(line)
    }
  } catch (reason) {
    if (!(reason instanceof CsvError)) throw reason
    throw new SheetError('csv', String(reason['lines'] ?? ''))
  }
  return lines
}

async function* piecesOf(text: string, pause: () => Promise<void>): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += PIECE) {
    yield text.slice(at, at + PIECE)
    await pause()
  }
}
