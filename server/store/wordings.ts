import type { Language } from '../../shared/language.ts'
import type { FullWording } from '../../shared/shipped-wording.ts'

/** When something changes: seconds since 1970, and the site's local day, YYYY-MM-DD. */
export interface Moment {
  readonly at: number
  readonly day: string
}

/** A change of what a site asks in one language: the question, a label, or several of them. */
export interface WordingChange extends Moment {
  readonly site: string
  readonly language: Language
  readonly former: FullWording
  readonly wording: FullWording
}

/** What a site has asked. Changes are kept with the settings that make them, never by themselves. */
export interface Wordings {
  /** Every change, in the order they were made; none for a site that always asked the same. */
  readWordings(site: string): Promise<readonly WordingChange[]>
}
