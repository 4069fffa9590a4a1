import type { Choice } from '../shared/choice.ts'

/** A vote, or with `null` a withdrawal, on its way to the server. */
export interface Message {
  readonly site: string
  readonly article: string
  readonly ballot: string
  readonly turn: number
  readonly choice: Choice | null
}
