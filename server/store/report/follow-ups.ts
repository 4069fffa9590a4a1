import type { FollowUpStatus } from '../../../shared/follow-up-status.ts'
import type { AuditEntry } from '../moderation.ts'
import type { Page, PageAsked } from '../moderation-reads.ts'

/** What a follow-up is about: a whole site, one of its articles by its key, or an office. */
export type FollowUpAbout =
  | { readonly site: string; readonly article: string | null }
  | { readonly office: string }

/** What somebody writes down of one. Days are local, YYYY-MM-DD. */
export interface FollowUpText {
  /** What readers are not satisfied with. */
  readonly issue: string
  /** What will be done. */
  readonly action: string
  /** Who does it. */
  readonly owner: string
  /** When it is to be done. */
  readonly due: string
  readonly status: FollowUpStatus
}

export interface NewFollowUp extends FollowUpText {
  readonly about: FollowUpAbout
  /** The day on which it was written down. */
  readonly opened: string
}

export interface FollowUp extends NewFollowUp {
  readonly id: number
  /** As its site gives it; null where it is about no article, or one without a title. */
  readonly title: string | null
  /** Who answers for what it is about: its own office, its section's, its site's; null for nobody. */
  readonly answering: string | null
  readonly createdBy: string
  readonly changedBy: string
  /** Seconds since 1970. */
  readonly changedAt: number
  /** The day on which it was done or dropped. */
  readonly ended: string | null
}

/** Which follow-ups: what fits any of the first three, narrowed by what else is given. */
export interface FollowUpFilter {
  /** About these sites and their articles. */
  readonly sites?: readonly string[] | undefined
  /** About these offices themselves. */
  readonly offices?: readonly string[] | undefined
  /** About whatever these offices answer for, themselves among it. */
  readonly answering?: readonly string[] | undefined
  /** About this article. */
  readonly article?: string | undefined
  readonly statuses?: readonly FollowUpStatus[] | undefined
  /** Due on this day at the latest. */
  readonly dueBy?: string | undefined
  /** Written down, due, or open for a day or more in these days; the report's follow-ups. */
  readonly within?: { readonly from: string; readonly to: string } | undefined
}

/** Tindak lanjut: what is done about what readers said. Each change goes with its audit line. */
export interface FollowUps {
  /** @returns its id; null where there is no such site, article or office */
  addFollowUp(followUp: NewFollowUp, audit: AuditEntry): Promise<number | null>
  /**
   * Takes the place of what stands there.
   * @param today on which it ended, where the status says so and did not before
   * @returns false where there is none
   */
  changeFollowUp(id: number, text: FollowUpText, today: string, audit: AuditEntry): Promise<boolean>
  readFollowUp(id: number): Promise<FollowUp | null>
  /** What is due first comes first. */
  readFollowUps(filter: FollowUpFilter, page: PageAsked): Promise<Page<FollowUp>>
}
