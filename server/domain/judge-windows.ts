import { type Gathered, gatherFigures } from './burst-figures.ts'
import { type Finding, findBursts } from './burst-judgement.ts'
import { votesIn } from './held-cluster.ts'
import type { RecentEvents } from './recent-events.ts'
import type { Usual } from './usual.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Lengths of the windows: a flood shows in the first, a drip in the last. */
const SHORT_WINDOWS = [2 * MINUTE, 10 * MINUTE]
/** In these what is held already is left out, or they'd not calm down for as long as they are. */
const LONG_WINDOWS = [HOUR, 4 * HOUR, 24 * HOUR]

/** What was found in one window. */
export interface Found {
  readonly finding: Finding
  readonly figures: Gathered
  /** Of the window, in milliseconds. */
  readonly length: number
  /** Events of the votes that it is about and that are not held yet. */
  readonly votes: readonly number[]
}

export interface WindowJudging {
  readonly events: RecentEvents
  /** Number of the article's latest event. */
  readonly latest: number
  readonly usual: Usual
  /** Whether a burst is under way. */
  readonly goesOn: boolean
  /** False for the short windows alone. */
  readonly whole: boolean
}

/** Judges an article in windows of several lengths that end now. */
export function judgeWindows(judging: WindowJudging, now: number): readonly Found[] {
  const { events, latest, usual, goesOn, whole } = judging
  const judge = (withHeld: boolean) => (length: number) => {
    const figures = gatherFigures(events, latest, now - length, now, withHeld)
    return findBursts(figures, usual, goesOn).map(
      (finding): Found => ({
        finding,
        figures,
        length,
        votes: finding.hold ? votesIn(finding.cluster, figures, events) : [],
      }),
    )
  }
  const short = SHORT_WINDOWS.flatMap(judge(true))
  return whole ? [...short, ...LONG_WINDOWS.flatMap(judge(false))] : short
}
