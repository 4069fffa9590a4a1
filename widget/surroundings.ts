import { isLight } from './ground.ts'

/** Width of a screen from which the words need fewer lines, in pixels. */
const WIDE = 480

/**
 * What a survey's place is like, as classes: the ground, and the screen. The width of its own
 * column would be more to the point, but in many columns that hangs on what stands in them.
 * Asked before a drawing: right after one, the browser would have to lay it out for the answer.
 */
export function surroundingsOf(host: HTMLElement): string {
  const ground = isLight(getComputedStyle(host).color) ? 'on-dark ' : ''
  return ground + (innerWidth < WIDE ? 'narrow' : '')
}
