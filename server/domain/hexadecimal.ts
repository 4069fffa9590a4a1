const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/**
 * Bytes as lower-case hexadecimal digits, two a byte.
 * @param most how many of the bytes, from the first; a part of an array would be an object more
 */
export function hexadecimal(bytes: Uint8Array, most = bytes.length): string {
  let digits = ''
  for (let i = 0; i < most; i++) digits += DIGITS[bytes[i] as number]
  return digits
}
