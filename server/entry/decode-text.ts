/** What windows-1252 has where latin-1 has controls, from 0x80 on. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/**
 * Text in an encoding by its name, or where there is none that anybody knows: UTF-8 where it is
 * that, else windows-1252, which is what old programs write without saying so.
 * @param bytes a beginning, that may break off within a character
 */
export function decodeText(bytes: Uint8Array, charset?: string): string {
  const decoder = charset === undefined ? undefined : decoderFor(charset)
  if (decoder) return decodeBy(decoder, bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return decodeBy(new TextDecoder('windows-1252'), bytes)
  }
}

/** Some releases of Node take windows-1252 for latin-1. */
function decodeBy(decoder: TextDecoder, bytes: Uint8Array): string {
  const text = decoder.decode(bytes)
  if (decoder.encoding !== 'windows-1252') return text
  return text.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? '')
}

/** Undefined for a name that nobody knows. */
function decoderFor(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset)
  } catch {
    return undefined
  }
}
