import { CHOICES, type Choice } from '../../../shared/choice.ts'

/** Views and votes remembered, of all articles together; the oldest go first. 5 MB. */
const MOST_EVENTS = 131_072

const VIEW = 0xff
/** Digits of a voter in one number, and numbers of a voter. */
const DIGITS = 8
const NUMBERS = 4

/** A view of an article that counted. */
export interface RecentView {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Keyed hashes of the reader's network and of its neighbourhood, 32 bits. */
  readonly network: number
  readonly neighbourhood: number
}

export interface RecentVote extends RecentView {
  readonly choice: Choice
  /** Keyed hash of the ballot, 32 hexadecimal digits. */
  readonly voter: string
}

/**
 * The latest views and votes of all articles by number, in the order they came, each with the
 * number of the one before it at the same article. Both kinds share the room, so that what is
 * forgotten of an article ends at one moment: no vote outlives the views it came from.
 */
export interface RecentEvents {
  /** @param before number of the article's previous event, or -1 */
  addView(view: RecentView, before: number): number
  addVote(vote: RecentVote, before: number): number
  /** Whether an event is still remembered. */
  knows(event: number): boolean
  before(event: number): number
  at(event: number): number
  network(event: number): number
  neighbourhood(event: number): number
  /** Null for a view. */
  choice(event: number): Choice | null
  /** A voter's first 32 bits: enough to tell the voters of an article apart. */
  voterStart(event: number): number
  voter(event: number): string
  isHeld(event: number): boolean
  /** Marks a vote as held back. */
  hold(event: number): void
}

/** @param most number of events, a power of two */
export function createRecentEvents(most = MOST_EVENTS): RecentEvents {
  const times = new Float64Array(most)
  const networks = new Uint32Array(most)
  const neighbourhoods = new Uint32Array(most)
  const befores = new Float64Array(most)
  const kinds = new Uint8Array(most)
  const held = new Uint8Array(most)
  const voters = new Uint32Array(most * NUMBERS)
  const place = (event: number) => event % most
  let next = 0

  function add(view: RecentView, kind: number, before: number): number {
    const here = place(next)
    times[here] = view.at
    networks[here] = view.network
    neighbourhoods[here] = view.neighbourhood
    befores[here] = before
    kinds[here] = kind
    held[here] = 0
    next += 1
    return next - 1
  }

  return {
    addView: (view, before) => add(view, VIEW, before),

    addVote(vote, before) {
      const event = add(vote, CHOICES.indexOf(vote.choice), before)
      for (let i = 0; i < NUMBERS; i++) {
        const digits = vote.voter.slice(i * DIGITS, (i + 1) * DIGITS)
        voters[place(event) * NUMBERS + i] = Number.parseInt(digits, 16)
      }
      return event
    },

    knows: (event) => event >= 0 && event >= next - most,
    before: (event) => befores[place(event)] as number,
    at: (event) => times[place(event)] as number,
    network: (event) => networks[place(event)] as number,
    neighbourhood: (event) => neighbourhoods[place(event)] as number,
    choice: (event) => CHOICES[kinds[place(event)] as number] ?? null,
    voterStart: (event) => voters[place(event) * NUMBERS] as number,

    voter(event) {
      const first = place(event) * NUMBERS
      const numbers = Array.from(voters.subarray(first, first + NUMBERS))
      return numbers.map((number) => number.toString(16).padStart(DIGITS, '0')).join('')
    },

    isHeld: (event) => held[place(event)] === 1,
    hold(event) {
      held[place(event)] = 1
    },
  }
}
