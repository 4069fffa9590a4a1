/** A weak entity tag: two bodies of one address that differ have different ones (FNV-1a, 2 × 32 bits). */
export function entityTag(body: string): string {
  let low = 0x811c9dc5
  let high = 0x1000193
  for (let i = 0; i < body.length; i++) {
    const unit = body.charCodeAt(i)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ unit, 0x5bd1e995)
  }
  return `W/"${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}"`
}
