import type { Choice } from '../../../shared/choice.ts'
import { NO_VOTES, type VotesByChoice } from '../../../shared/votes-by-choice.ts'
import { createCrowding } from './crowding.ts'
import type { RecentEvents } from './recent-events.ts'

/** Most events looked at for one window; where there are more, the window is shorter. */
const MOST_EVENTS = 4096

/** Most looked through for them, past those of crowded neighbourhoods. */
const MOST_LOOKED_THROUGH = 4 * MOST_EVENTS

/** A view younger than this had no time yet to become a vote, in milliseconds. */
const TOO_FRESH = 20_000

/** What some of the networks at an article did. */
export interface Cell {
  readonly networks: number
  /** Those with a vote. */
  readonly voting: number
  /** At least one for each network: a vote comes from a page that was open. */
  readonly views: number
  readonly votes: number
  /** Those of the network with the most votes. */
  readonly most: { readonly views: number; readonly votes: number }
}

/** What happened at an article up to now. */
export interface WindowFigures {
  /** Milliseconds that the window really covers. */
  readonly length: number
  readonly all: Cell
  /** By the views of a network, as powers of two: 1, 2–3, 4–7, …, 64 and more. */
  readonly bands: readonly Cell[]
  /** The neighbourhood with the most votes; an empty one without votes. */
  readonly busiest: Cell & { readonly neighbourhood: number }
  readonly votes: VotesByChoice
}

/** One network in a window. */
export interface NetworkFigures {
  readonly neighbourhood: number
  /** Without those too fresh to say anything, unless it voted. */
  views: number
  votes: number
  held: boolean
}

type GatheredNetwork = NetworkFigures & { fresh: number }

export interface Gathered extends WindowFigures {
  readonly networks: ReadonlyMap<number, NetworkFigures>
  /** Events of the votes counted in the figures. */
  readonly voteEvents: readonly number[]
  /** True where there is more than was looked at: a longer window would be the same. */
  readonly full: boolean
}

const LAST_BAND = 6

/** The band of a network with some views: 0 for one, 1 for two or three, up to 6 for 64 or more. */
export function bandOf(views: number): number {
  return Math.min(LAST_BAND, 31 - Math.clz32(Math.max(1, views)))
}

/**
 * Reads an article's figures out of the events since an instant. A voter counts once.
 * @param withHeld false to leave out the networks with votes that are held already, with all
 *   they did: what was dealt with neither adds to a suspicion nor hides the next one
 */
export function gatherFigures(
  events: RecentEvents,
  latest: number,
  since: number,
  now: number,
  withHeld: boolean,
): Gathered {
  const networks = new Map<number, GatheredNetwork>()
  const voters = new Set<number>()
  const seen: number[] = []
  const isCrowded = createCrowding()
  let left = MOST_EVENTS
  let through = MOST_LOOKED_THROUGH
  let oldest = now
  let event = latest
  for (; events.knows(event) && left > 0 && through > 0; event = events.before(event), through--) {
    const at = events.at(event)
    if (at < since) break
    oldest = at
    if (isCrowded(events.neighbourhood(event))) continue
    left -= 1
    const network = networkOf(networks, events, event)
    if (events.choice(event) === null) {
      if (now - at < TOO_FRESH) network.fresh += 1
      else network.views += 1
    }
    if (events.choice(event) !== null && !voters.has(events.voterStart(event))) {
      voters.add(events.voterStart(event))
      network.votes += 1
      network.held ||= events.isHeld(event)
      seen.push(event)
    }
  }
  const full = left === 0 || through === 0
  const kept = settled(networks, withHeld)
  const voteEvents = seen.filter((vote) => kept.has(events.network(vote)))
  return {
    length: full ? now - oldest : now - since,
    ...cellsOf(kept),
    votes: countChoices(events, voteEvents),
    networks: kept,
    voteEvents,
    full,
  }
}

function networkOf(
  networks: Map<number, GatheredNetwork>,
  events: RecentEvents,
  event: number,
): GatheredNetwork {
  const name = events.network(event)
  const known = networks.get(name)
  if (known) return known
  const neighbourhood = events.neighbourhood(event)
  const added = { neighbourhood, views: 0, votes: 0, held: false, fresh: 0 }
  networks.set(name, added)
  return added
}

/** The networks that say something, with all views of those that voted. */
function settled(networks: ReadonlyMap<number, GatheredNetwork>, withHeld: boolean) {
  const kept = new Map<number, NetworkFigures>()
  for (const [name, network] of networks) {
    if (network.held && !withHeld) continue
    if (network.votes > 0) network.views += network.fresh
    if (network.votes > 0 || network.views > 0) kept.set(name, network)
  }
  return kept
}

type GrowingCell = { -readonly [name in keyof Cell]: Cell[name] }

const emptyCell = (): GrowingCell => ({
  networks: 0,
  voting: 0,
  views: 0,
  votes: 0,
  most: { views: 0, votes: 0 },
})

function cellsOf(networks: ReadonlyMap<number, NetworkFigures>) {
  const all = emptyCell()
  const bands = Array.from({ length: LAST_BAND + 1 }, emptyCell)
  const neighbourhoods = new Map<number, GrowingCell>()
  for (const network of networks.values()) {
    let around = neighbourhoods.get(network.neighbourhood)
    if (!around) {
      around = emptyCell()
      neighbourhoods.set(network.neighbourhood, around)
    }
    for (const cell of [all, around, bands[bandOf(network.views)] as GrowingCell]) {
      cell.networks += 1
      cell.voting += network.votes > 0 ? 1 : 0
      const views = Math.max(1, network.views)
      cell.views += views
      cell.votes += network.votes
      if (network.votes > cell.most.votes) cell.most = { views, votes: network.votes }
    }
  }
  return { all, bands, busiest: busiestOf(neighbourhoods) }
}

function busiestOf(neighbourhoods: ReadonlyMap<number, Cell>): WindowFigures['busiest'] {
  let busiest = { ...emptyCell(), neighbourhood: 0 }
  for (const [neighbourhood, cell] of neighbourhoods) {
    if (cell.votes > busiest.votes) busiest = { ...cell, neighbourhood }
  }
  return busiest
}

function countChoices(events: RecentEvents, voteEvents: readonly number[]): VotesByChoice {
  const votes = { ...NO_VOTES }
  for (const event of voteEvents) votes[events.choice(event) as Choice] += 1
  return votes
}
