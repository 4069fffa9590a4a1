import type { DropReason } from '../../shared/drop-reason.ts'
import type { Reason, Standing } from '../../shared/standing.ts'

/** Where a page ends: the values that order its list, of the last entry looked at. */
export type Position = readonly (string | number)[]

/** Part of a list. It may be short, even empty, and not the last one yet. */
export interface Page<Entry> {
  readonly entries: readonly Entry[]
  /** Where the next page begins; null after the last one. */
  readonly next: Position | null
}

/** Which page: what follows a position, and how many entries at most. */
export interface PageAsked {
  /** Null for the first page. */
  readonly after: Position | null
  readonly most: number
}

/** Which of a site's votes; the key of an article and local days narrow them. */
export interface GroupFilter {
  readonly site: string
  readonly standing?: Exclude<Standing, 'counted'> | undefined
  readonly reason?: Reason | undefined
  readonly article?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Votes of one article and day that are not counted, for one reason. Never their choices. */
export interface StandingGroup {
  readonly article: string
  /** As the site itself gives it. */
  readonly title: string | null
  readonly verified: boolean
  readonly day: string
  readonly standing: Exclude<Standing, 'counted'>
  readonly reason: Reason
  readonly votes: number
}

/** Which single votes; counted ones only of one article. */
export type VoteFilter = {
  readonly site: string
  readonly reason?: Reason | undefined
  readonly day?: string | undefined
} & (
  | { readonly standing: 'counted'; readonly article: string }
  | { readonly standing: 'pending' | 'excluded'; readonly article?: string | undefined }
)

/** A vote without its choice. */
export interface StoredVote {
  readonly article: string
  /** Keyed hash as 32 lower-case hexadecimal digits. */
  readonly voter: string
  readonly day: string
  /** Hours since 1970 at its last turn, for two days. */
  readonly hour: number | null
  readonly standing: Standing
  readonly reason: Reason | null
}

export interface AuditFilter {
  readonly site: string
  readonly actor?: string | undefined
  readonly action?: string | undefined
  readonly article?: string | undefined
}

/** A line of the audit log as it was written. */
export interface AuditLine {
  readonly id: number
  /** Seconds since 1970. */
  readonly at: number
  readonly actor: string
  readonly action: string
  readonly article: string | null
  readonly votes: number
  readonly note: string
}

/** What a site gathered on one local day, all choices together. */
export interface DaySums {
  readonly day: string
  readonly views: number
  readonly counted: number
  readonly uncounted: readonly {
    readonly standing: Exclude<Standing, 'counted'>
    readonly reason: Reason
    readonly votes: number
  }[]
  readonly dropped: readonly { readonly reason: DropReason; readonly views: number }[]
}

/**
 * What moderation looks at. Lists are read in short pieces, so that the votes between them wait
 * for none of it; a page ends early where much was looked at and little found.
 */
export interface ModerationReads {
  /** The latest days first. */
  readStandings(filter: GroupFilter, page: PageAsked): Promise<Page<StandingGroup>>
  /** In an order that tells nothing. Withdrawn ones are left out. */
  readVotes(filter: VoteFilter, page: PageAsked): Promise<Page<StoredVote>>
  /** The latest lines first. */
  readAudit(filter: AuditFilter, page: PageAsked): Promise<Page<AuditLine>>
  /** One entry for every day from first to last on which there was something, in order. */
  readDays(site: string, from: string, to: string): Promise<readonly DaySums[]>
  /** How many articles of each site are under review; sites without any are left out. */
  countReviews(): Promise<ReadonlyMap<string, number>>
}
