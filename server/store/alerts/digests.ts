import type { AuditEntry } from '../moderation.ts'
import type { NewDelivery } from './deliveries.ts'

/** The weekly letter about an office with all that is below it. */
export interface Digest {
  readonly office: string
  readonly active: boolean
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number
  /** From 0 to 23, in the zone. */
  readonly hour: number
  /** IANA zone. */
  readonly timeZone: string
  readonly mails: readonly string[]
  readonly language: 'id' | 'en'
}

export interface Digests {
  readDigests(): Promise<readonly Digest[]>
  /** Takes the place of what stands there. @returns false where there is no such office */
  setDigest(digest: Digest, audit: AuditEntry): Promise<boolean>
  /** Whether the digest of a local day, YYYY-MM-DD, is on its way or was sent. */
  wasDigestSent(office: string, day: string): Promise<boolean>
  /**
   * Hands the digest of a day over; of two processes that do so at once, one does it.
   * @param at seconds since 1970
   * @returns false where that day's is on its way already; nothing was written then
   */
  sendDigest(
    office: string,
    day: string,
    at: number,
    messages: readonly NewDelivery[],
  ): Promise<boolean>
}
