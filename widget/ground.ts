/**
 * Whether a computed colour is light, so that text of it stands on a dark ground. Reads what
 * browsers compute: rgb() by its channels, oklch(), oklab(), lch() and lab() by their
 * lightness, color() by its first channel.
 */
export function isLight(color: string): boolean {
  const [first = 0, second = 0, third = 0] = color.match(/\b[\d.]+/g)?.map(Number) ?? []
  // Relative luminance to a first approximation; text is rarely near the middle.
  if (/^rgb/.test(color)) return first * 0.3 + second * 0.6 + third * 0.1 > 140
  return first > (first > 1 ? 60 : 0.6)
}
