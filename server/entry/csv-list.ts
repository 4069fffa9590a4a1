import { decodeText } from './decode-text.ts'
import type { ListedAddress } from './page-list.ts'

/** A field in quotation marks, or one without; what follows it. */
const FIELD = /^(?:"((?:[^"]|"")*)"|((?!")[^;]*))(;|$)/

/**
 * Reads `address;title` lines as Excel writes them for Indonesia; more columns are passed over.
 * @throws TypeError naming the first line that can't be read
 */
export function readCsvList(bytes: Uint8Array): readonly ListedAddress[] {
  const lines = decodeText(bytes).split(/\r\n|\n|\r/)
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return []
    const address = fieldOf(line, i)
    const title = address.last ? null : fieldOf(address.rest, i).text
    // Its first line may name the columns.
    if (i === 0 && !address.text.includes('/')) return []
    return [{ address: address.text.trim(), title }]
  })
}

function fieldOf(text: string, line: number): { text: string; rest: string; last: boolean } {
  const [whole, quoted, bare, end] = FIELD.exec(text) ?? []
  if (whole === undefined) throw new TypeError(`Line ${line + 1} has a quotation mark too many.`)
  const value = quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"')
  return { text: value, rest: text.slice(whole.length), last: end === '' }
}
