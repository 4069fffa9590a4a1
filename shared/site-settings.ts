import type { Choice } from './choice.ts'
import type { Language } from './language.ts'

/** When a reader is shown the distribution. */
export type ResultsShown = 'always' | 'after-vote' | 'never'

/** Responses from which a distribution is shown, where the site sets nothing else. */
export const RESULTS_FROM = 5

/** A site's own words in one language, as text; an absent one stays as shipped. */
export interface Wording {
  readonly question?: string
  readonly labels?: Partial<Record<Choice, string>>
}

/** What a site overrides; an absent field means the default. Sent with the reply to a view. */
export interface SiteSettings {
  /** Number of responses from which a distribution is shown, 1 to 50; 5 unless set. */
  readonly resultsFrom?: number
  readonly results?: ResultsShown
  /** The site's language, for pages that do not say theirs. */
  readonly language?: Language
  readonly wording?: Partial<Record<Language, Wording>>
  /** A link offered after `tidak-puas`, such as to LAPOR!: https, on a host that is allowed. */
  readonly followUp?: { readonly text: string; readonly url: string }
  /** True: the survey says how many of those who viewed the article answered. */
  readonly responseRate?: boolean
  /** True: anybody may see the site's figures on its public page, and as open data. */
  readonly publicPage?: boolean
  /** Who answers for the data, and how to reach them: an address for mail or on the web. */
  readonly controller?: { readonly name: string; readonly contact: string }
  /**
   * `address`: an article is known by its page's own address, for sites whose templates give many
   * pages one canonical address. Absent: by what the page says of itself.
   */
  readonly identity?: 'address'
}
