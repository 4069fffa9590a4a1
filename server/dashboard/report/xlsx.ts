import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { Cell, Sheet } from './cell.ts'
import { xlsxParts } from './xlsx-parts.ts'

/** Bytes of XML compressed at once, some: a millisecond of work, so that readers need not wait. */
const PIECE = 32 * 1024
/** Most characters that a cell holds. */
const LONGEST_TEXT = 32_767
/** Places of the formats in the parts' styles. */
const STYLES = { head: 1, count: 2, index: 3, share: 4 } as const

/**
 * A workbook (Office Open XML, ECMA-376) with one sheet after another, written while its rows come.
 * Texts are texts, whatever they begin with: they never become formulas.
 * @param made milliseconds since 1970
 */
export async function* xlsxOf(sheets: readonly Sheet[], made: number): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = []
  const zip = new Zip((fault, bytes) => {
    if (fault) throw fault
    written.push(bytes)
  })
  const part = (name: string) => {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = made
    zip.add(entry)
    return entry
  }
  for (const [name, xml] of xlsxParts(sheets.map((sheet) => sheet.name))) {
    part(name).push(strToU8(xml), true)
  }
  for (const [i, sheet] of sheets.entries()) {
    const entry = part(`xl/worksheets/sheet${i + 1}.xml`)
    for await (const [xml, isLast] of sheetXml(sheet)) {
      entry.push(strToU8(xml), isLast)
      yield* written.splice(0)
    }
  }
  zip.end()
  yield* written.splice(0)
}

/**
 * The XML of a sheet in pieces, the last of them marked. Every cell says its place, which the
 * standard leaves to the writer and some readers ask for.
 */
async function* sheetXml({ head, rows }: Sheet): AsyncGenerator<readonly [string, boolean]> {
  const columns = head.map((_, i) => `<col min="${i + 1}" max="${i + 1}" width="${i ? 16 : 40}"/>`)
  let xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${rowXml(head, 1, STYLES.head)}`
  let number = 1
  for await (const row of rows) {
    number += 1
    xml += rowXml(row, number, 0)
    if (xml.length < PIECE) continue
    yield [xml, false]
    xml = ''
  }
  yield [`${xml}</sheetData></worksheet>`, true]
}

function rowXml(row: readonly Cell[], number: number, style: number): string {
  const cells = row.map((cell, i) => cellXml(cell, `r="${columnName(i)}${number}"`, style))
  return `<row r="${number}">${cells.join('')}</row>`
}

/** A to Z; a report has no more columns. */
function columnName(place: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + place)
}

function cellXml(cell: Cell, at: string, style: number): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return `<c ${at} s="${STYLES[cell.as]}"><v>${cell.number}</v></c>`
  return `<c ${at} s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

/** Without what XML has no place for; `_x0041_` would be read as a character. */
function escaped(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
