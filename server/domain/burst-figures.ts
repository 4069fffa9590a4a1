import { NO_VOTES, type VotesByChoice } from '../../shared/votes-by-choice.ts'
import type { RecentEvents } from './recent-events.ts'

/** Most events looked at for one window; where there are more, the window is shorter. */
const MOST_EVENTS = 8192

/** What some of the networks at an article did. */
export interface Cell {
  readonly networks: number
  /** Those with a vote. */
  readonly voting: number
  /** At least one for each network: a vote comes from a page that was open. */
  readonly views: number
  readonly votes: number
}

/** What happened at an article up to now. */
export interface WindowFigures {
  /** Milliseconds that the window really covers. */
  readonly length: number
  readonly all: Cell
  /** By the views of a network, as powers of two: 1, 2–3, 4–7, …, 64 and more. */
  readonly bands: readonly Cell[]
  /** The neighbourhood with the most votes; undefined without votes. */
  readonly busiest: (Cell & { readonly neighbourhood: number }) | undefined
  readonly votes: VotesByChoice
}

/** One network in a window. */
export interface NetworkFigures {
  readonly neighbourhood: number
  views: number
  votes: number
  held: boolean
}

export interface Gathered extends WindowFigures {
  readonly networks: ReadonlyMap<number, NetworkFigures>
  /** Events of the votes counted in the figures. */
  readonly voteEvents: readonly number[]
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
  const networks = new Map<number, NetworkFigures>()
  const voters = new Set<number>()
  const seen: number[] = []
  let left = MOST_EVENTS
  let oldest = now
  let event = latest
  for (; events.knows(event) && left > 0; event = events.before(event), left--) {
    const at = events.at(event)
    if (at < since) break
    oldest = at
    const network = networkOf(networks, events, event)
    if (events.choice(event) === null) network.views += 1
    else if (!voters.has(events.voterStart(event))) {
      voters.add(events.voterStart(event))
      network.votes += 1
      network.held ||= events.isHeld(event)
      seen.push(event)
    }
  }
  const reachesBack = left > 0 && events.knows(event)
  const kept = withHeld ? networks : withoutHeld(networks)
  const voteEvents = seen.filter((vote) => kept.has(events.network(vote)))
  return {
    length: now - (reachesBack || event === -1 ? since : oldest),
    ...cellsOf(kept),
    votes: countChoices(events, voteEvents),
    networks: kept,
    voteEvents,
  }
}

function networkOf(
  networks: Map<number, NetworkFigures>,
  events: RecentEvents,
  event: number,
): NetworkFigures {
  const name = events.network(event)
  const known = networks.get(name)
  if (known) return known
  const neighbourhood = events.neighbourhood(event)
  const added = { neighbourhood, views: 0, votes: 0, held: false }
  networks.set(name, added)
  return added
}

function withoutHeld(networks: ReadonlyMap<number, NetworkFigures>) {
  return new Map([...networks].filter(([, { held }]) => !held))
}

type GrowingCell = { -readonly [name in keyof Cell]: Cell[name] }

const emptyCell = (): GrowingCell => ({ networks: 0, voting: 0, views: 0, votes: 0 })

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
      cell.views += Math.max(1, network.views)
      cell.votes += network.votes
    }
  }
  return { all, bands, busiest: busiestOf(neighbourhoods) }
}

function busiestOf(neighbourhoods: ReadonlyMap<number, Cell>): WindowFigures['busiest'] {
  let busiest: WindowFigures['busiest']
  for (const [neighbourhood, cell] of neighbourhoods) {
    if (cell.votes > (busiest?.votes ?? 0)) busiest = { ...cell, neighbourhood }
  }
  return busiest
}

function countChoices(events: RecentEvents, voteEvents: readonly number[]): VotesByChoice {
  const votes = { ...NO_VOTES }
  for (const event of voteEvents) {
    const choice = events.choice(event)
    if (choice) votes[choice] += 1
  }
  return votes
}
