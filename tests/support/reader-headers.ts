/** What a common browser says of itself; tools and headless browsers are counted as none. */
export const USUAL_AGENT =
  'Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36'

const ADDRESSES = 2 ** 24
/** Odd, so that no two readers below that number share an address; large, so that neighbours are far apart. */
const STRIDE = 0x9e_37_79

/**
 * The public address of a reader, by number, or by any name such as a ballot: one of sixteen
 * million. Readers one after the other have networks of their own.
 */
function readerAddress(reader: number | string): string {
  const number = typeof reader === 'number' ? reader : sumOf(reader)
  const host = (Math.imul(number, STRIDE) >>> 0) % ADDRESSES
  return `20.${host >> 16}.${(host >> 8) & 255}.${host & 255}`
}

/** Makes a request one of that reader's, where the machine itself is a trusted proxy. */
export function readerHeaders(reader: number | string) {
  return { 'X-Forwarded-For': readerAddress(reader), 'User-Agent': USUAL_AGENT }
}

/** FNV-1a. */
function sumOf(name: string): number {
  let sum = 0x811c9dc5
  for (let i = 0; i < name.length; i++) sum = Math.imul(sum ^ name.charCodeAt(i), 0x01000193)
  return sum
}
