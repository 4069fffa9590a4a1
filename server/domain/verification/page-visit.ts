import type { VerificationFailure } from './verification-failure.ts'

/** What the head of a page says of itself, as text, entities read. */
export interface PageHead {
  readonly title: string | null
  readonly openGraphTitle: string | null
  /** `href` of `<link rel="canonical">`, as written. */
  readonly canonical: string | null
  /** Content of `og:url`, as written. */
  readonly openGraph: string | null
}

/** A site's answer to one request. */
export interface FetchedPage {
  readonly status: number
  /** Where a redirect leads, as written. */
  readonly location: string | null
  /** Null for what is not HTML, or not answered with 200. */
  readonly head: PageHead | null
  /** False where the page went on after what was read of it. */
  readonly whole: boolean
}

/** Asks for one page. Redirects are not followed, and no failure is thrown. */
export type FetchPage = (address: URL) => Promise<FetchedPage | VerificationFailure>

export interface VisitLimits {
  /** Whether private addresses may be asked. */
  readonly intranet: boolean
  /** Ends the visit at once. */
  readonly signal: AbortSignal
}

/** Begins a visit to a site's server: a few pages at most, within 5 seconds in all. */
export type BeginVisit = (limits: VisitLimits) => FetchPage
