import type { Interval } from '../../../shared/interval.ts'
import type { AlertRule } from '../../store/store.ts'

/** What a rule saw. Numbers of what was gathered together; nothing of a single vote. */
export type AlertFinding =
  | {
      readonly kind: 'index'
      /** Counted votes of these days, local to each site. */
      readonly n: number
      readonly from: string
      readonly to: string
      /** Whole hundredths, and its 95 % interval; null without votes. */
      readonly index: number | null
      readonly interval: Interval | null
    }
  | {
      readonly kind: 'burst'
      /** Held and undecided. */
      readonly votes: number
      readonly articles: number
    }
  | {
      readonly kind: 'silence'
      /** Votes of whatever standing in the days of the rule, and in the four weeks before them. */
      readonly votes: number
      readonly before: number
    }
  | {
      readonly kind: 'backup'
      /** When the last one was tested, as ISO 8601; null for never. */
      readonly last: string | null
    }

/** What a message of a rule says. */
export interface AlertNews {
  readonly rule: AlertRule
  /** Of the site or the office; empty for the server. */
  readonly name: string
  readonly occasion: 'began' | 'ended' | 'test'
  /** Null for a test. */
  readonly finding: AlertFinding | null
}
