/**
 * A button or radio that has gone hands the focus on to where the reader goes on. Under a
 * finger or a mouse the page stays where it is.
 */
export function keepFocus(root: ShadowRoot, voted: boolean, preventScroll: boolean): void {
  // What is still at hand keeps it; but a choice that was made leads on to the buttons.
  if (root.activeElement?.matches(voted ? 'summary' : ':not(:disabled)')) return
  const places = voted
    ? ['button']
    : ['input:checked:enabled', 'input:enabled', 'button', 'summary']
  places
    .map((selector) => root.querySelector<HTMLElement>(selector))
    .find(Boolean)
    ?.focus({ preventScroll })
}
