import type { Standing } from '../../shared/standing.ts'
import type { VotesByChoice } from '../../shared/votes-by-choice.ts'

/** Votes of a site's day that are of one standing and reason; part of them, perhaps. */
export interface DaySum {
  readonly site: string
  readonly day: string
  readonly standing: Standing
  /** Empty for counted votes. */
  readonly reason: string
  readonly votes: VotesByChoice
}

/** A signed day, as it is kept and published. */
export interface ChainLink {
  readonly site: string
  /** From 1. */
  readonly number: number
  readonly day: string
  /** Canonical JSON, exactly what is hashed and signed. */
  readonly entry: string
  /** SHA-256 of the entry, hexadecimal. */
  readonly hash: string
  /** Ed25519, base64url. */
  readonly signature: string
}

/** The counts of a day that an entry signs. */
export interface SignedDay {
  readonly day: string
  /** Of the entry. */
  readonly number: number
  /** Canonical JSON. */
  readonly counts: string
}

/** A day whose counts moved since they were signed. */
export interface ChangedDay {
  readonly site: string
  readonly day: string
  /** How often it was marked so far. */
  readonly marks: number
}

/** The signed chain of each site's days. */
export interface ChainBook {
  /** The latest link of every site that has one. */
  readChainHeads(): Promise<readonly ChainLink[]>
  /** Some links of a site behind a number, in order; none behind the last. */
  readChain(site: string, after: number): Promise<readonly ChainLink[]>
  /** The signed days of those links. */
  readSignings(site: string, from: number, through: number): Promise<readonly SignedDay[]>
  /** What was signed last of each day from one on, and of each day marked as changed. */
  readLatestSignings(site: string, from: string): Promise<readonly SignedDay[]>
  /** Days marked as changed since they were signed, of all sites. */
  readChangedDays(): Promise<readonly ChangedDay[]>
  /** The votes of all sites on days from one to another, a short statement at a time. */
  sumDays(from: string, through: string): AsyncIterable<readonly DaySum[]>
  /**
   * Counted votes by day, of a site's articles that have fewer answers than are shown in their
   * distribution; a short statement at a time.
   */
  sumFewAnswers(
    site: string,
    resultsFrom: number,
  ): AsyncIterable<readonly { readonly day: string; readonly votes: number }[]>
  /**
   * Adds a link with what it signs, and takes the marks off days, except where one was marked
   * again since it was read: its counts moved behind those that are signed.
   * @param previous hash of the link before it
   * @returns false where another process has added one meanwhile; nothing is changed then
   */
  addLink(
    link: ChainLink,
    previous: string | null,
    signed: readonly SignedDay[],
    unmarked: readonly ChangedDay[],
  ): Promise<boolean>
}
