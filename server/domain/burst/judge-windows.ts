import { type Gathered, gatherFigures, type NetworkFigures } from './burst-figures.ts'
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

/** What windows of several lengths came to. */
export interface JudgedWindows {
  readonly found: readonly Found[]
  /** The networks of the longest of the short windows. */
  readonly networks: ReadonlyMap<number, NetworkFigures>
}

/** Judges an article in windows of several lengths that end now. */
export function judgeWindows(judging: WindowJudging, now: number): JudgedWindows {
  const short = judgeOnce(judging, SHORT_WINDOWS, true, now)
  if (!judging.whole) return short
  const long = judgeOnce(judging, LONG_WINDOWS, false, now)
  return { ...short, found: [...short.found, ...long.found] }
}

/** From the shortest window to the first that holds more than is looked at. */
function judgeOnce(
  { events, latest, usual, goesOn }: WindowJudging,
  lengths: readonly number[],
  withHeld: boolean,
  now: number,
): JudgedWindows {
  const found: Found[] = []
  let networks: JudgedWindows['networks'] = new Map()
  for (const length of lengths) {
    const figures = gatherFigures(events, latest, now - length, now, withHeld)
    for (const finding of findBursts(figures, usual, goesOn)) {
      const votes = finding.hold ? votesIn(finding.cluster, figures, events) : []
      found.push({ finding, figures, votes })
    }
    networks = figures.networks
    if (figures.full) break
  }
  return { found, networks }
}
