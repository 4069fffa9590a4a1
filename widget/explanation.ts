/** How the figures come about, in one language: what a reader opens who asks for it. */
export interface Explanation {
  readonly title: string
  readonly sections: readonly ExplanationSection[]
}

export interface ExplanationSection {
  readonly heading: string
  /** Plain text of one paragraph. */
  readonly text: string
}
