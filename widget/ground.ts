/** Whether an element's text is light, hence the ground behind it dark. */
export function isOnDark(element: Element): boolean {
  const [red = 0, green = 0, blue = 0] = (
    getComputedStyle(element).color.match(/[\d.]+/g) ?? []
  ).map(Number)
  // Relative luminance to a first approximation; text is rarely near the middle.
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140
}
