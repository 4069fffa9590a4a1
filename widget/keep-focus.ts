/**
 * A button or radio that has gone hands the focus on to where the reader goes on. Under a
 * finger or a mouse the page stays where it is.
 */
export function keepFocus(root: ShadowRoot, voted: boolean, preventScroll: boolean): void {
  if (root.activeElement && !voted) return
  const places = voted
    ? ['button']
    : ['input:checked:enabled', 'input:enabled', 'button', 'summary']
  places
    .map((selector) => root.querySelector<HTMLElement>(selector))
    .find(Boolean)
    ?.focus({ preventScroll })
}
