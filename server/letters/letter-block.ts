import type { VotesByChoice } from '../../shared/votes-by-choice.ts'

/** A share of a bar, with its words. */
export interface Bar {
  readonly label: string
  readonly votes: VotesByChoice
  /** The four shares in words, or that there are none. */
  readonly words: string
}

/** A piece of a letter; the text and the page are both made of these. */
export type LetterBlock =
  | { readonly lead: string }
  | { readonly heading: string }
  | { readonly paragraph: string }
  | { readonly list: readonly string[] }
  | { readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly bars: readonly Bar[] }
  | { readonly link: string; readonly href: string }
  | { readonly small: string }
