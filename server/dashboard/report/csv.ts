import { csvText } from '../../domain/csv-text.ts'
import type { Cell, Sheet } from './cell.ts'

/** About as much is sent at once. */
const PIECE = 16 * 1024
/** So that a spreadsheet reads UTF-8. */
const MARK = '\ufeff'

/** A table as an Indonesian spreadsheet opens it: `;` between cells, a decimal comma. */
export async function* csvOf({ head, rows }: Omit<Sheet, 'name'>): AsyncGenerator<string> {
  let text = MARK + lineOf(head)
  for await (const row of rows) {
    text += lineOf(row)
    if (text.length < PIECE) continue
    yield text
    text = ''
  }
  yield text
}

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map(textOf).join(';')}\r\n`
}

function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return csvText(cell)
  const { number, as } = cell
  const text = as === 'count' ? String(number) : number.toFixed(as === 'index' ? 2 : 4)
  return text.replace('.', ',')
}
