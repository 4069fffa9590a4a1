import { dayBefore } from '../day-before.ts'
import type { ChainEntry, DayCommitment } from './chain-entry.ts'
import type { ChainChecks } from './chain-notary.ts'
import { commitmentTo } from './commitment.ts'
import { membersOf } from './members-of.ts'
import { type ChainOpening, type PublishedChain, publishedChainFrom } from './published-chain.ts'

/** What is known of a chain from elsewhere, such as a report. */
export interface ChainExpected {
  readonly publicKey?: string | undefined
  /** Hash of an entry. */
  readonly head?: string | undefined
}

export type ChainVerdict =
  | {
      readonly holds: true
      readonly entries: number
      readonly firstDay: string
      readonly lastDay: string
      readonly head: string
      /** Counts that were published and are those signed. */
      readonly opened: number
    }
  | {
      readonly holds: false
      /** The entry with the first fault; null where it is not one entry's. */
      readonly number: number | null
      /** What differs, in a sentence. */
      readonly fault: string
    }

class ChainFault extends Error {
  readonly number: number | null

  constructor(number: number | null, fault: string) {
    super(fault)
    this.number = number
  }
}

/**
 * Checks a published chain from its first entry to its last: that none is missing, moved or changed,
 * that all are signed by the one key, and that the counts beside it are those that were signed.
 * What was cut off at the end shows only where its head is known from elsewhere.
 * @param published as parsed from JSON, whoever made it
 */
export function verifyChain(
  checks: ChainChecks,
  published: unknown,
  expected: ChainExpected = {},
): ChainVerdict {
  try {
    const chain = publishedChainFrom(published)
    if (!chain) throw new ChainFault(null, 'this is not a chain as it is published')
    return verified(checks, chain, expected)
  } catch (reason) {
    if (!(reason instanceof ChainFault)) throw reason
    return { holds: false, number: reason.number, fault: reason.message }
  }
}

function verified(
  checks: ChainChecks,
  chain: PublishedChain,
  expected: ChainExpected,
): ChainVerdict {
  const { publicKey, entries, openings } = chain
  if (expected.publicKey !== undefined && publicKey !== expected.publicKey) {
    throw new ChainFault(null, `the chain is of the key ${publicKey}, not the expected one`)
  }
  const known: ChainEntry[] = []
  let head: string | null = null
  for (const [i, { entry: text, hash, signature }] of entries.entries()) {
    const before = known.at(-1)
    const entry = entryFrom(text, i + 1, before)
    checkPlace(entry, i + 1, chain.site, before, head)
    if (checks.sha256(text) !== hash) fault(entry, 'its hash is not that of its text')
    if (!checks.isSigned(text, signature, publicKey)) {
      fault(entry, 'its signature is not by the key of the chain')
    }
    known.push(entry)
    head = hash
  }
  for (const opening of openings) checkOpening(checks, opening, known[opening.number - 1])
  if (expected.head !== undefined && !entries.some(({ hash }) => hash === expected.head)) {
    throw new ChainFault(null, `no entry has the hash ${expected.head}`)
  }
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || head === null) throw new ChainFault(null, 'the chain has no entry')
  return {
    holds: true,
    entries: known.length,
    firstDay: first.day,
    lastDay: last.day,
    head,
    opened: openings.length,
  }
}

function checkPlace(
  entry: ChainEntry,
  place: number,
  site: string,
  before: ChainEntry | undefined,
  hashBefore: string | null,
): void {
  const { number, day, previous, corrections } = entry
  if (number !== place) {
    const missing = before ? dayBefore(before.day, -1) : dayBefore(day, number - place)
    throw new ChainFault(
      place,
      `entry ${place} of ${missing} is missing: entry ${number} stands in its place`,
    )
  }
  if (entry.site !== site) fault(entry, `it is of the site ${entry.site}, not ${site}`)
  if (previous !== hashBefore) fault(entry, `it does not follow the entry before it`)
  if (before && day !== dayBefore(before.day, -1)) {
    fault(entry, `its day does not follow ${before.day}`)
  }
  const late = corrections.find((correction) => correction.day >= day)
  if (late) fault(entry, `it corrects ${late.day}, which is not before its day`)
}

function checkOpening(
  { sha256 }: ChainChecks,
  { number, day, nonce, counts }: ChainOpening,
  entry: ChainEntry | undefined,
): void {
  if (!entry) {
    throw new ChainFault(number, `entry ${number} is missing: it signs counts of ${day}`)
  }
  const signed = [entry, ...entry.corrections].find((each) => each.day === day)
  if (!signed) throw new ChainFault(number, `entry ${number} signs nothing of ${day}`)
  if (commitmentTo(sha256, nonce, counts) !== signed.commitment) {
    fault(entry, `the counts of ${day} are not those that it signs`)
  }
}

function fault({ number, day }: ChainEntry, what: string): never {
  throw new ChainFault(number, `entry ${number} of ${day}: ${what}`)
}

function entryFrom(text: string, place: number, before: ChainEntry | undefined): ChainEntry {
  const entry = membersOf(orNull(text))
  const { site, number, day, previous, corrections } = entry
  const known =
    typeof site === 'string' &&
    typeof number === 'number' &&
    (typeof previous === 'string' || previous === null) &&
    isCommitment(entry) &&
    Array.isArray(corrections) &&
    corrections.every(isCommitment)
  if (!known || Number.isNaN(Date.parse(String(day)))) {
    const where = before ? `entry ${place} after ${before.day}` : `entry ${place}`
    throw new ChainFault(place, `${where}: its text is not that of an entry`)
  }
  return entry as unknown as ChainEntry
}

function isCommitment(value: unknown): value is DayCommitment {
  const { day, commitment } = membersOf(value)
  return typeof day === 'string' && typeof commitment === 'string'
}

function orNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Refused as any other text that is no entry.
    return null
  }
}
