/** An internet address in one canonical form, however it was spelt. */
export interface IpAddress {
  readonly version: 4 | 6
  /** Sixteen bits each, the highest first: two of IPv4, eight of IPv6. */
  readonly words: readonly number[]
  /** As RFC 5952 writes it: lower case, no leading zeros, the longest run of zeros as `::`. */
  readonly text: string
}

const DOT = 46
const DIGIT_0 = 48
const WORDS = 8
/** Longest spelling without a zone: six groups of four digits and a dotted rest. */
const LONGEST = 45
/** Words before the last two that say "this is an IPv4 address": RFC 4291 §2.5.5.2, RFC 6052 §2.1. */
const CARRIERS_OF_IPV4 = ['0,0,0,0,0,65535', '100,65435,0,0,0,0']

/**
 * Reads an address in any spelling; null for what is none. A zone (`%eth0`) is left out, and an
 * IPv4 address that IPv6 carries (`::ffff:192.0.2.1`, `64:ff9b::c000:201`) is that IPv4 address.
 * Numbers with leading zeros are refused: to some programs `010` is eight.
 */
export function parseIpAddress(text: string): IpAddress | null {
  if (text.includes(':')) return parseIpv6(withoutZone(text))
  const words = wordsOfIpv4(text)
  return words && { version: 4, words, text }
}

/** The address that has these words. */
export function ipAddressOf(words: readonly number[]): IpAddress {
  return words.length === WORDS
    ? { version: 6, words, text: textOfIpv6(words) }
    : { version: 4, words, text: words.map((word) => `${word >> 8}.${word & 255}`).join('.') }
}

function withoutZone(text: string): string {
  const zone = text.indexOf('%')
  return zone < 0 || zone === text.length - 1 ? text : text.slice(0, zone)
}

/** Letter by letter, since every view goes through here. */
function wordsOfIpv4(text: string): [number, number] | null {
  let value = 0
  let part = -1
  let parts = 1
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === DOT) {
      if (part < 0 || parts === 4) return null
      value = value * 256 + part
      part = -1
      parts += 1
    } else {
      const digit = code - DIGIT_0
      if (digit < 0 || digit > 9 || part === 0) return null
      part = (part < 0 ? 0 : part * 10) + digit
      if (part > 255) return null
    }
  }
  if (part < 0 || parts < 4) return null
  value = value * 256 + part
  return [Math.floor(value / 65_536), value % 65_536]
}

function parseIpv6(text: string): IpAddress | null {
  const words = text.length > LONGEST ? null : wordsOfIpv6(text)
  if (!words) return null
  const carrier = CARRIERS_OF_IPV4.includes(words.slice(0, 6).join())
  return ipAddressOf(carrier ? words.slice(6) : words)
}

function wordsOfIpv6(text: string): readonly number[] | null {
  const gap = text.indexOf('::')
  if (gap < 0) {
    const words = wordsOfGroups(text, true)
    return words?.length === WORDS ? words : null
  }
  const before = wordsOfGroups(text.slice(0, gap), false)
  const after = wordsOfGroups(text.slice(gap + 2), true)
  if (!before || !after) return null
  const missing = WORDS - before.length - after.length
  return missing > 0 ? [...before, ...new Array<number>(missing).fill(0), ...after] : null
}

/** @param end true where the address ends here, perhaps with a dotted IPv4 address */
function wordsOfGroups(text: string, end: boolean): readonly number[] | null {
  if (text === '') return []
  const words: number[] = []
  const groups = text.split(':')
  for (const [i, group] of groups.entries()) {
    const dotted = end && i === groups.length - 1 && group.includes('.')
    if (dotted) {
      const rest = wordsOfIpv4(group)
      if (!rest) return null
      words.push(...rest)
    } else {
      if (!/^[0-9a-f]{1,4}$/i.test(group)) return null
      words.push(Number.parseInt(group, 16))
    }
  }
  return words
}

function textOfIpv6(words: readonly number[]): string {
  const digits = words.map((word) => word.toString(16))
  const { from, length } = longestZeros(words)
  if (length < 2) return digits.join(':')
  return `${digits.slice(0, from).join(':')}::${digits.slice(from + length).join(':')}`
}

/** The longest run of zeros, the first of equals. */
function longestZeros(words: readonly number[]): { from: number; length: number } {
  let longest = { from: 0, length: 0 }
  let length = 0
  for (const [i, word] of words.entries()) {
    length = word === 0 ? length + 1 : 0
    if (length > longest.length) longest = { from: i - length + 1, length }
  }
  return longest
}
