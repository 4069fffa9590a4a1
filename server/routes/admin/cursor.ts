import type { Problem } from '../../../shared/problem.ts'
import { REASONS } from '../../../shared/standing.ts'
import type { Position } from '../../store/store.ts'

/** What the parts of a cursor may be; numbers are read as such. */
export const CURSOR_PARTS = {
  number: /^\d{1,15}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  standing: /^(pending|excluded)$/,
  reason: new RegExp(`^(${REASONS.join('|')})$`),
  vote: /^[0-9a-f]{32}$/,
} as const

export const WRONG_CURSOR: Problem = {
  problem: 'value',
  detail: 'cursor: It is not the "next" of a page of this list.',
}

const BETWEEN = '~'

/** The position as it goes through the hands of whoever pages. */
export function cursorOf(position: Position | null): string | null {
  return position?.join(BETWEEN) ?? null
}

/** The position that a cursor stands for: null without one, undefined for what is none. */
export function positionFrom(
  cursor: string | undefined,
  parts: readonly (keyof typeof CURSOR_PARTS)[],
): Position | null | undefined {
  if (cursor === undefined) return null
  const texts = cursor.split(BETWEEN)
  const fits = parts.every((part, i) => CURSOR_PARTS[part].test(texts[i] ?? ''))
  if (!fits || texts.length !== parts.length) return undefined
  return texts.map((text, i) => (parts[i] === 'number' ? Number(text) : text))
}
