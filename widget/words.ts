import type { Choice } from '../shared/choice.ts'

/** Everything the survey says in one language; `{n}` and the like are filled in. */
export interface Words {
  readonly question: string
  readonly labels: Readonly<Record<Choice, string>>
  readonly views: string
  readonly responses: string
  readonly none: string
  /** Fewer responses than a distribution is shown from; `{from}` is that number. */
  readonly hidden: string
  readonly afterVote: string
  readonly few: string
  readonly rounded: string
  readonly rate: string
  readonly opening: string
  readonly estimate: string
  readonly review: string
  readonly hint: string
  readonly thanks: string
  readonly withdrawn: string
  readonly closed: string
  readonly final: string
  readonly sending: string
  /** Kept for lack of a connection. */
  readonly waiting: string
  readonly error: string
  readonly unavailable: string
  readonly own: string
  readonly send: string
  readonly change: string
  readonly withdraw: string
  readonly retry: string
  readonly explain: string
}
