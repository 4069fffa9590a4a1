import { Unzip, UnzipInflate } from 'fflate'
import { SheetError } from '../domain/opening/sheet.ts'
import { readCells, readRelations, readStrings, readWorkbook, type XmlReader } from './xlsx-xml.ts'

/** Bytes of all that is read of one file once it is unpacked: beyond these it is a trap. */
const MOST_UNPACKED = 64 * 1024 * 1024
/** Packed bytes that are unpacked at once: at most a thousand times as many come out. */
const PIECE = 1024

/**
 * The first sheet of an XLSX workbook as lines of cells. Formulas are not worked out: a cell is what was last saved in
 * it. Nothing outside of the file is looked at. @throws SheetError
 */
export async function readXlsx(
  bytes: Uint8Array,
  pause: () => Promise<void>,
): Promise<readonly (readonly string[])[]> {
  const book = readWorkbook()
  const relations = readRelations()
  const first = new Map<string, XmlReader>([
    ['xl/workbook.xml', book],
    ['xl/_rels/workbook.xml.rels', relations],
  ])
  await unpack(bytes, first, pause)
  const target = relations.targets.get(book.first() ?? '')
  if (target === undefined) throw new SheetError('format')
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
  const strings = readStrings()
  const cells = readCells()
  const second = new Map<string, XmlReader>([
    ['xl/sharedStrings.xml', strings],
    [path, cells],
  ])
  await unpack(bytes, second, pause)
  return cells.lines(strings.strings)
}

async function unpack(
  bytes: Uint8Array,
  wanted: ReadonlyMap<string, XmlReader>,
  pause: () => Promise<void>,
): Promise<void> {
  let size = 0
  const zip = new Unzip((file) => {
    const reader = wanted.get(file.name)
    if (!reader) return
    const decoder = new TextDecoder()
    file.ondata = (fault, chunk, final) => {
      if (fault) throw fault
      size += chunk.byteLength
      if (size > MOST_UNPACKED) throw new SheetError('unpacked')
      reader.write(decoder.decode(chunk, { stream: !final }))
    }
    file.start()
  })
  zip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      zip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
      await pause()
    }
  } catch (reason) {
    throw reason instanceof SheetError ? reason : new SheetError('format')
  }
}
