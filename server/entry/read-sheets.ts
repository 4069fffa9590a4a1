import { setImmediate as pause } from 'node:timers/promises'
import {
  type Sheet,
  SheetError,
  type SheetFile,
  type SheetRow,
  sheetOf,
} from '../domain/opening/sheet.ts'
import { readDump } from '../domain/opening/sql-dump.ts'
import { readCsv } from './csv-sheet.ts'
import { decodeText } from './decode-text.ts'
import { readXlsx } from './xlsx-sheet.ts'

/** Rows of a dump that are read before others have their turn. */
const AT_ONCE = 200
/** What a dump of MySQL begins with, or has before long. */
const DUMP = /^(-- (MySQL|MariaDB|phpMyAdmin|Host:)|\/\*M?!|(INSERT|REPLACE) INTO |CREATE TABLE )/m

/**
 * Reads CSV, XLSX or a dump of MySQL, whichever it is by what stands in it. Others have their turn in between.
 * @throws SheetError
 */
export async function readSheets(bytes: Uint8Array): Promise<SheetFile> {
  if (begins(bytes, [0x50, 0x4b, 3, 4])) {
    return { format: 'xlsx', encoding: 'UTF-8', sheets: await only(await readXlsx(bytes, pause)) }
  }
  const { text, encoding } = decoded(bytes)
  // Text has none: this is a picture, an old workbook, or a mistake.
  if (text.includes('\0')) throw new SheetError('format')
  if (DUMP.test(text.slice(0, 64 * 1024))) {
    return { format: 'sql', encoding, sheets: await dumped(text) }
  }
  return { format: 'csv', encoding, sheets: await only(await readCsv(text, pause)) }
}

function begins(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte)
}

async function only(lines: readonly (readonly string[])[]): Promise<ReadonlyMap<string, Sheet>> {
  const [heads = [], ...rest] = lines
  return new Map([['', await sheetOf(heads, rest, pause)]])
}

function decoded(bytes: Uint8Array): Pick<SheetFile, 'encoding'> & { readonly text: string } {
  if (begins(bytes, [0xff, 0xfe]))
    return { text: decodeText(bytes, 'utf-16le'), encoding: 'UTF-16' }
  const text = decodeText(bytes)
  // What is UTF-8 comes out as it went in.
  const same = Buffer.byteLength(text) + (begins(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0)
  return { text, encoding: same === bytes.length ? 'UTF-8' : 'Windows-1252' }
}

async function dumped(text: string): Promise<ReadonlyMap<string, Sheet>> {
  const tables = new Map<string, SheetRow[]>()
  const prefixes = new Set<string>()
  let turn = 0
  for (const read of readDump(text)) {
    if (++turn % AT_ONCE === 0) await pause()
    if (read === null) continue
    const { table, prefix, row } = read
    prefixes.add(prefix)
    const rows = tables.get(table)
    if (rows) rows.push(row)
    else tables.set(table, [row])
  }
  if (prefixes.size > 1) throw new SheetError('prefixes', [...prefixes].join(', '))
  if (tables.size === 0) throw new SheetError('empty')
  return new Map(
    [...tables].map(([name, rows]) => [name, { heads: Object.keys(rows[0] ?? {}), rows }]),
  )
}
