import { CHOICES } from '../../../shared/choice.ts'
import { countVotes, type VotesByChoice } from '../../../shared/votes-by-choice.ts'
import type { Cell, WindowFigures } from './burst-figures.ts'
import { poissonTail } from './poisson-tail.ts'
import type { Usual } from './usual.ts'

/** Votes are held where surely more than this many times the usual came: three in four don't belong. */
const HOLD_FROM = 4
/** The moderator is told where surely more than this many times the usual came. */
const ALERT_FROM = 2
/** A whole article's votes may be this many times the usual of it: an honest surge is 50. */
const SURGE = 200
const LEAST_SURGE = 100
/** Beside a burst's clusters fewer are a surge: they came with it, views and all. */
const LEAST_BESIDE = 25
/** Networks with fewer views may be one reader each, who votes once. */
const FIRST_SHARED_BAND = 3
/** Standard deviations from which votes are spread too evenly to be by chance. */
const TOO_EVEN = 5

/** Fewer networks than this are no burst: what one network may is for its quota to say. */
const LEAST_VOTING = 4

/** How sure is sure: fewest votes, and how rarely chance alone does as much. */
export interface Certainty {
  readonly votes: number
  readonly chance: number
}

const FIRST: Certainty = { votes: 12, chance: 1e-3 }
/** Where an article has few votes of its own, a dozen friends of it are no burst yet. */
const OF_UNKNOWN: Certainty = { votes: 25, chance: 1e-3 }
const KNOWN_FROM = 100
/** Where a burst is under way, less says that it goes on by other ways. */
const GOES_ON: Certainty = { votes: 5, chance: 1e-2 }
const ALERT: Certainty = { votes: 30, chance: 1e-3 }

/** Which votes of a window a finding is about. */
export type Cluster =
  | { readonly of: 'band'; readonly band: number }
  | { readonly of: 'neighbourhood'; readonly neighbourhood: number }
  | { readonly of: 'article' }

export interface Finding {
  readonly cluster: Cluster
  /** False where the moderator is only told. */
  readonly hold: boolean
  readonly because: 'rate' | 'evenness' | 'surge'
  readonly cell: Cell
}

/**
 * Judges a window of an article. Honest readers, however many and however angry, vote at their
 * usual share of views, and where many share an address their votes fall on some of these addresses
 * by chance; a burst brings the votes without the readers. Three measures, each alone enough:
 *
 * - **rate**: votes of networks with as many views, of the busiest neighbourhood, or of all, are
 *   beyond the Poisson tail of four times their views × the usual rate. By views, because what one
 *   network makes up in views beside its vote moves it to a band where it must look like many.
 * - **evenness**: of networks with v ≥ 8 views, 1 − (1 − r)^v have a vote by chance at a rate r
 *   (the binomial's zero class); where all of them have one, each was sent to cast it.
 * - **surge**: the networks that voted at the article, without those of clusters that are found
 *   by themselves, are beyond the tail of 200 times its usual number of votes.
 *
 * Choices take no part in it: anger is no burst. A shift of theirs stands in the alert.
 * @param goesOn whether a burst is under way
 */
export function findBursts(
  figures: WindowFigures,
  usual: Usual,
  goesOn: boolean,
): readonly Finding[] {
  const first = countVotes(usual.votes) < KNOWN_FROM ? OF_UNKNOWN : FIRST
  const certainty = goesOn ? GOES_ON : first
  const exceeds = (cell: Cell, times: number, { votes: fewest, chance }: Certainty) => {
    // Without its busiest network, or a class behind one address makes a burst of its neighbours.
    const votes = cell.votes - Math.max(0, cell.most.votes - 1)
    const views = cell.views - Math.max(0, cell.most.views - 1)
    return (
      cell.voting >= LEAST_VOTING &&
      votes >= fewest &&
      poissonTail(votes, times * usual.rate * views) < chance
    )
  }
  const found = partsOf(figures).flatMap(({ cluster, cell }): Finding[] => {
    if (exceeds(cell, HOLD_FROM, certainty)) {
      return [{ cluster, cell, hold: true, because: 'rate' }]
    }
    const shared = cluster.of === 'band' && cluster.band >= FIRST_SHARED_BAND
    if (shared && cell.votes >= certainty.votes && evenness(cell) > TOO_EVEN) {
      return [{ cluster, cell, hold: true, because: 'evenness' }]
    }
    return []
  })
  const article = { cluster: { of: 'article' }, cell: figures.all } as const
  if (surges(figures, found, usual)) {
    return [...found, { ...article, hold: true, because: 'surge' }]
  }
  if (found.length > 0) return found

  const hold = exceeds(figures.all, HOLD_FROM, certainty)
  const told = hold || exceeds(figures.all, ALERT_FROM, ALERT)
  return told ? [{ ...article, hold, because: 'rate' }] : []
}

/** The parts of a window that may be a burst by themselves. */
function partsOf({ bands, busiest }: WindowFigures) {
  const parts: { cluster: Cluster; cell: Cell }[] = bands.map((cell, band) => ({
    cluster: { of: 'band', band },
    cell,
  }))
  const { neighbourhood } = busiest
  parts.push({ cluster: { of: 'neighbourhood', neighbourhood }, cell: busiest })
  return parts
}

/** By how many standard deviations more networks have a vote than chance would have it. */
function evenness({ networks, voting, views, votes }: Cell): number {
  const rate = Math.min(1, votes / views)
  // With the mean of the views it expects more than the views themselves would: it errs for readers.
  const share = 1 - (1 - rate) ** (views / networks)
  const deviation = Math.sqrt(networks * share * (1 - share))
  return deviation === 0 ? 0 : (voting - networks * share) / deviation
}

function surges(
  { all, length }: WindowFigures,
  found: readonly Finding[],
  { pace }: Usual,
): boolean {
  // Clusters may overlap; then too many are taken off: it errs for readers.
  const beside = found.reduce((left, { cell }) => left - cell.voting, all.voting)
  const least = found.length > 0 ? LEAST_BESIDE : LEAST_SURGE
  return poissonTail(beside, Math.max(least, SURGE * pace * length)) < FIRST.chance
}

/**
 * How far the choices of a window lie from the usual ones: the total variation distance, half the
 * sum of the differences of the shares, from 0 to 1; null where either has no votes.
 */
export function shiftOf(votes: VotesByChoice, usual: VotesByChoice): number | null {
  const [n, m] = [countVotes(votes), countVotes(usual)]
  if (n === 0 || m === 0) return null
  return CHOICES.reduce((sum, name) => sum + Math.abs(votes[name] / n - usual[name] / m), 0) / 2
}
