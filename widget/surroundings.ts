import { isLight } from './ground.ts'

/** Width of a column from which the words need fewer lines, in pixels. */
const WIDE = 480

/** Marks a survey with what its place on the page is like: the ground, and the width. */
export function markSurroundings(host: HTMLElement, { classList }: Element): void {
  classList.toggle('on-dark', isLight(getComputedStyle(host).color))
  classList.toggle('narrow', host.clientWidth < WIDE)
}
