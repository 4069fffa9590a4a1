/** Most events of one neighbourhood in a window. */
const MOST = 1024
/** Neighbourhood of those whose address is unknown. */
const NOWHERE = 0

/**
 * Counts events by their neighbourhood; true for one too many. Who has an IPv6 /48 may make up views
 * without end, and would push the votes of everybody out of sight. Views and votes alike are left
 * out, so that a crowded neighbourhood looks no different.
 */
export function createCrowding(): (neighbourhood: number) => boolean {
  const seen = new Map<number, number>()
  return (neighbourhood) => {
    if (neighbourhood === NOWHERE) return false
    const before = seen.get(neighbourhood) ?? 0
    if (before >= MOST) return true
    seen.set(neighbourhood, before + 1)
    return false
  }
}
