import { Parser } from 'htmlparser2'
import { LONGEST_CELL, MOST_ROWS, SheetError } from '../domain/opening/sheet.ts'

/** Takes a part of a workbook as it is unpacked. */
export interface XmlReader {
  write(text: string): void
}

/** Columns that are read of a sheet. */
const MOST_COLUMNS = 200

/** Tells what opens and closes, and the text within some elements. Entities of a file's own are not known to it. */
function reader(on: {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  close?: (name: string) => void
  text?: (text: string) => void
}): XmlReader {
  const bare = (name: string) => name.slice(name.indexOf(':') + 1)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => on.open?.(bare(name), attributes),
      onclosetag: (name) => on.close?.(bare(name)),
      ontext: (text) => on.text?.(text),
    },
    { xmlMode: true },
  )
  return { write: (text) => parser.write(text) }
}

/** Which relation is the first sheet's. */
export function readWorkbook(): XmlReader & { first(): string | undefined } {
  let first: string | undefined
  const xml = reader({
    open(name, attributes) {
      if (name === 'sheet') first ??= attributes['r:id']
    },
  })
  return { ...xml, first: () => first }
}

/** Where the parts of a workbook are. */
export function readRelations(): XmlReader & { readonly targets: ReadonlyMap<string, string> } {
  const targets = new Map<string, string>()
  const xml = reader({
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id && Target) targets.set(Id, Target)
    },
  })
  return { ...xml, targets }
}

/** The texts that cells name by their number. */
export function readStrings(): XmlReader & { readonly strings: readonly string[] } {
  const strings: string[] = []
  let text: string | undefined
  let within = false
  const xml = reader({
    open(name) {
      if (name === 'si') text = ''
      within = name === 't'
    },
    text(more) {
      if (within && text !== undefined) text = bounded(text + more)
    },
    close(name) {
      within = false
      if (name === 'si' && text !== undefined) strings.push(text)
    },
  })
  return { ...xml, strings }
}

/** A cell: its text, or the number of its text. */
type Cell = string | { readonly shared: number }

/** The cells of a sheet, lines without any left out. */
export function readCells(): XmlReader & {
  lines(strings: readonly string[]): readonly (readonly string[])[]
} {
  const rows: Map<number, Cell>[] = []
  let row = new Map<number, Cell>()
  let column = -1
  let type = ''
  let text = ''
  let within = false
  const xml = reader({
    open(name, { r, t }) {
      within = name === 'v' || name === 't'
      if (name === 'row') row = new Map()
      if (name !== 'c') return
      column = r === undefined ? column + 1 : columnOf(r)
      type = t ?? 'n'
      text = ''
    },
    text(more) {
      if (within) text = bounded(text + more)
    },
    close(name) {
      within = false
      if (name === 'c' && text !== '' && column < MOST_COLUMNS) row.set(column, cellOf(type, text))
      if (name !== 'row') return
      column = -1
      if (row.size > 0) rows.push(row)
      if (rows.length > MOST_ROWS) throw new SheetError('rows')
    },
  })
  return { ...xml, lines: (strings) => rows.map((cells) => lineOf(cells, strings)) }
}

function lineOf(cells: ReadonlyMap<number, Cell>, strings: readonly string[]): readonly string[] {
  const line: string[] = Array(Math.max(...cells.keys()) + 1).fill('')
  for (const [column, cell] of cells) {
    line[column] = typeof cell === 'string' ? cell : (strings[cell.shared] ?? '')
  }
  return line
}

function cellOf(type: string, text: string): Cell {
  if (type === 's') return { shared: Number(text) }
  if (type !== 'n') return text
  // `1.646` is a number a little above one and a half here, not a grouped one: it gets its comma.
  const number = Number(text)
  return Number.isSafeInteger(number) ? String(number) : text.replace('.', ',')
}

/** Where `BC7` stands: 54. */
function columnOf(place: string): number {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/.exec(place)?.[0] ?? 'ZZZ') {
    column = column * 26 + letter.charCodeAt(0) - 64
  }
  return column - 1
}

function bounded(text: string): string {
  if (text.length > LONGEST_CELL) throw new SheetError('cell')
  return text
}
