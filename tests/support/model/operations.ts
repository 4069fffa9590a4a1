import fc from 'fast-check'
import { CHOICES, type Choice } from '../../../shared/choice.ts'
import { PENDING_REASONS, type PendingReason, type Standing } from '../../../shared/standing.ts'

/** A vote, or with `null` a withdrawal, of one of a few ballots at one of a few articles. */
export interface Act {
  readonly article: number
  readonly ballot: number
  readonly choice: Choice | null
}

/** Something that happens; every number is small, so that things meet. */
export type Operation =
  | { readonly kind: 'view'; readonly article: number }
  /** The next turn of a ballot: a first vote, a change, a withdrawal, a vote after one. */
  | ({ readonly kind: 'next' } & Act)
  /** The latest turn once more, as a retry sends it, whatever it says this time. */
  | ({ readonly kind: 'again' } & Act)
  /** Two tabs at once; with `same` both take the same turn. */
  | ({ readonly kind: 'tabs'; readonly other: Choice | null; readonly same: boolean } & Act)
  /** What waited for a connection, sent in any order. */
  | ({
      readonly kind: 'replay'
      readonly choices: (Choice | null)[]
      readonly order: number[]
    } & Act)
  /** A turn from before, delayed on its way; `back` is how long ago. */
  | ({ readonly kind: 'late'; readonly back: number } & Act)
  /** A vote with a page token that no longer holds, or never did. */
  | ({ readonly kind: 'stale'; readonly token: 'expired' | 'forged' | 'early' } & Act)
  /** A vote sooner than a person's: a first one is pending from then on. */
  | ({ readonly kind: 'hasty' } & Act)
  | { readonly kind: 'pass'; readonly by: number }
  | { readonly kind: 'close'; readonly article: number; readonly closed: boolean }
  | { readonly kind: 'judge'; readonly article: number; readonly from: Standing; readonly to: To }
  /** The disk is full, or the connection to it cut behind a write, while some turns are under way. */
  | { readonly kind: 'fault'; readonly fate: 'full' | 'unheard'; readonly acts: Act[] }
  /** The process dies between two calls of its database, while some turns are under way. */
  | {
      readonly kind: 'crash'
      readonly answered: number
      readonly done: boolean
      readonly acts: Act[]
    }
  | { readonly kind: 'restart' }
  /** The guard looks again at what it set aside, so much later. */
  | { readonly kind: 'look'; readonly after: number }
  /** Retention, as it runs each hour, so much later. */
  | { readonly kind: 'forget'; readonly after: number }
  /** A backup with turns in its midst, and the way back to it on another machine. */
  | { readonly kind: 'restore'; readonly during: Act[]; readonly after: Act[] }

type To =
  | { readonly standing: 'counted' }
  | { readonly standing: 'pending'; readonly reason: PendingReason }
  | { readonly standing: 'excluded'; readonly reason: null }

const SECOND = 1000
const HOUR = 3_600_000
const DAY = 24 * HOUR

const article = fc.nat({ max: 1 })
const ballot = fc.nat({ max: 3 })
const choice = fc.constantFrom(...CHOICES)
const wish = fc.option(choice, { freq: 3 })
const act = fc.record({ article, ballot, choice: wish })
const acts = fc.array(act, { minLength: 1, maxLength: 5 })
const standing = fc.constantFrom<Standing>('counted', 'pending', 'excluded')
const to: fc.Arbitrary<To> = fc.oneof(
  fc.constant({ standing: 'counted' as const }),
  fc.record({
    standing: fc.constant('pending' as const),
    reason: fc.constantFrom(...PENDING_REASONS),
  }),
  fc.constant({ standing: 'excluded' as const, reason: null }),
)

const kind = <Kind extends Operation['kind']>(name: Kind) => fc.constant(name)
const at = { article, ballot, choice: wish }

/** How often each happens, in relation. */
export const OPERATIONS: readonly { weight: number; arbitrary: fc.Arbitrary<Operation> }[] = [
  { weight: 2, arbitrary: fc.record({ kind: kind('view'), article }) },
  { weight: 10, arbitrary: fc.record({ kind: kind('next'), ...at }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('again'), ...at }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: kind('tabs'), ...at, other: wish, same: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ kind: kind('replay'), ...at },
      choices: fc.array(wish, { minLength: 3, maxLength: 3 }),
      order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: kind('late'), ...at, back: fc.integer({ min: 1, max: 6 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ kind: kind('stale'), article, ballot, choice },
      token: fc.constantFrom('expired', 'forged', 'early'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: kind('pass'),
      by: fc.constantFrom(SECOND, HOUR, 26 * HOUR, 30 * DAY, 200 * DAY, -DAY, -HOUR),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('close'), article, closed: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('judge'), article, from: standing, to }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: kind('fault'), fate: fc.constantFrom('full', 'unheard'), acts }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ kind: kind('crash'), answered: fc.nat({ max: 3 }), done: fc.boolean(), acts },
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('restart') }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('hasty'), article, ballot, choice }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: kind('look'),
      after: fc.constantFrom(SECOND, HOUR / 4, 2 * HOUR),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: kind('forget'), after: fc.constantFrom(0, 49 * HOUR, 182 * DAY) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('restore'), during: acts, after: acts }) },
]
