import type { TypedValue } from './typed-value.ts'

/** Controls, line and paragraph separators, halves of characters, and what turns the reading order. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/**
 * One line of text as people type it, without the spaces around it. It is shown as text wherever
 * it is shown, so that `<b>` is three characters and no more.
 * @param most number of characters (code points) that it may have
 */
export function plainText(most: number): TypedValue<string> {
  return (typed, name, faults) => {
    const fault = faultOf(typed, most)
    if (fault !== undefined) faults.push(`${name} ${fault}.`)
    return fault === undefined ? String(typed).trim() : undefined
  }
}

function faultOf(typed: unknown, most: number): string | undefined {
  if (typeof typed !== 'string') return 'is not text'
  const text = typed.trim()
  if (!VISIBLE.test(text)) return 'is blank'
  if (UNPRINTABLE.test(text)) return 'has characters that are not text'
  const length = [...text].length
  return length > most ? `has ${length} characters; at most ${most} are shown` : undefined
}
