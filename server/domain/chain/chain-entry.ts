/** The counts of a day, signed without being told: a hash over them and a nonce. */
export interface DayCommitment {
  readonly day: string
  readonly commitment: string
}

/**
 * What is signed of a site's day when it has closed. The counts themselves are published beside
 * it, with the nonce that opens the commitment, where the site shows them.
 */
export interface ChainEntry extends DayCommitment {
  readonly site: string
  /** From 1, without a gap; so are the days. */
  readonly number: number
  /** Hash of the entry before it; null for the first. */
  readonly previous: string | null
  /** Earlier days that are not any more as they were signed last, or were not signed yet. */
  readonly corrections: readonly DayCommitment[]
}

/** An entry as it is hashed and signed: its members always in this order. */
export function entryText(entry: ChainEntry): string {
  const { site, number, day, previous, commitment, corrections } = entry
  const lines = corrections.map(({ day: of, commitment: to }) => ({ day: of, commitment: to }))
  return JSON.stringify({ site, number, day, previous, commitment, corrections: lines })
}
