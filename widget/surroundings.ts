import { isLight } from './ground.ts'

/** Width of a screen from which the words need fewer lines, in pixels. */
const WIDE = 480

/**
 * Marks a survey with what its place is like: the ground, and the screen. The width of its own
 * column would be more to the point, but in many columns that hangs on what stands in them.
 */
export function markSurroundings(host: HTMLElement, root: ShadowRoot): void {
  const classes = root.querySelector('section')?.classList
  classes?.toggle('on-dark', isLight(getComputedStyle(host).color))
  classes?.toggle('narrow', innerWidth < WIDE)
}
