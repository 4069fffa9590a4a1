/**
 * Whether a computed colour is light, so that text of it stands on a dark ground. Reads what
 * browsers compute: rgb() and color() by their channels, oklch(), oklab(), lch() and lab() by
 * their lightness.
 */
export function isLight(color: string): boolean {
  const [first = 0, second = 0, third = 0] = (color.match(/[ (][\d.]+/g) ?? []).map((part) =>
    Number(part.slice(1)),
  )
  if (/^ok/.test(color)) return first > 0.6
  if (/^l/.test(color)) return first > 60
  // Relative luminance to a first approximation; text is rarely near the middle.
  const luminance = 0.299 * first + 0.587 * second + 0.114 * third
  return luminance > (/^rgb/.test(color) ? 140 : 0.55)
}
