import { seeded } from '../../tests/support/seeded.ts'
import { type Book, createBook, type SentVote } from './book.ts'
import { type Past, writePast } from './history.ts'
import type { Stage } from './people.ts'
import { createTimeline } from './timeline.ts'
import { type Connection, openWorld, PROXY } from './world.ts'

export interface Scenario {
  readonly name: string
  /** `naive` and so on: what its figures have to be. */
  readonly kind: Kind
  readonly past: readonly Past[]
  /** Milliseconds that it takes. */
  readonly length: number
  /** The article whose index is watched, and how often, in milliseconds. */
  readonly target: string
  readonly pause: number
  readonly connection?: Connection
  play(stage: Stage, start: number): void
}

export type Kind =
  | 'honest'
  | 'class'
  | 'surge'
  | 'naive'
  | 'informed'
  | 'burst'
  | 'faked'
  | 'told'
  | 'proxy'

/** What became of everything that was sent. */
export interface Outcome {
  readonly name: string
  readonly kind: Kind
  readonly attack: {
    readonly sent: number
    readonly refused: number
    /** Counted at the end, at one article on one day: at most. */
    readonly mostADay: number
  }
  /** Share of attack votes that stood aside within a minute; null without any. */
  readonly soon: number | null
  /** How far the shown index was from the honest one, in points: at most, and at the end. */
  readonly moved: { readonly most: number; readonly last: number }
  readonly honest: {
    readonly sent: number
    /** Those that half an hour later still stood aside, by what they were pending for. */
    readonly aside: number
    readonly reasons: Readonly<Record<string, number>>
    readonly refused: number
    readonly requests: number
    readonly excluded: number
  }
  readonly warnings: readonly string[]
  /** Keys that the guards held in the end. */
  readonly keys: number
  readonly seconds: number
}

/** Monday, eight in the morning in Jakarta. */
const START = Date.UTC(2026, 2, 2, 1)

/**
 * Plays a scenario on a server of its own. The same seed plays the same.
 * @param times a setting of the guard to try; the server's own unless set
 */
export async function runScenario(
  scenario: Scenario,
  seed: number,
  times?: number,
): Promise<Outcome> {
  const began = performance.now()
  const random = seeded(seed)
  const world = await openWorld(START, random, scenario.connection ?? PROXY, times)
  try {
    await writePast(world, scenario.past)
    const past = new Map(scenario.past.map(({ article, votes }) => [article, votes]))
    const book = createBook(past, scenario.pause)
    const timeline = createTimeline()
    scenario.play({ world, timeline, book, random }, START)
    await timeline.run(world, START + scenario.length, () => book.look(world, scenario.target))
    await book.close(world)
    const seconds = (performance.now() - began) / 1000
    const keys = world.guard.sizes().reduce((sum, size) => sum + size, 0)
    return { ...outcomeOf(scenario, book), warnings: [...world.warnings], keys, seconds }
  } finally {
    await world.close()
  }
}

function outcomeOf({ name, kind }: Scenario, book: Book) {
  const attack = book.votes.filter(({ side }) => side === 'attack')
  const honest = book.votes.filter(({ side }) => side !== 'attack')
  const looked = attack.filter(({ asideSoon }) => asideSoon !== undefined)
  const aside = honest.filter(({ asideLater, standing }) => asideLater ?? standing !== 'counted')
  const reasons: Record<string, number> = {}
  for (const { reason } of aside) {
    const name = reason ?? 'released later'
    reasons[name] = (reasons[name] ?? 0) + 1
  }
  let refused = 0
  let requests = 0
  let attackRefused = 0
  for (const [answer, count] of book.answers) {
    const bad = !answer.endsWith(' 200')
    if (answer.startsWith('attack')) attackRefused += bad ? count : 0
    else {
      requests += count
      refused += bad ? count : 0
    }
  }
  return {
    name,
    kind,
    attack: {
      sent: attack.length,
      refused: attackRefused,
      mostADay: mostADay(attack),
    },
    soon:
      looked.length === 0 ? null : looked.filter((vote) => vote.asideSoon).length / looked.length,
    moved: { ...book.moved },
    honest: {
      sent: honest.length,
      aside: aside.length,
      reasons,
      refused,
      requests,
      excluded: honest.filter(({ standing }) => standing === 'excluded').length,
    },
  }
}

function mostADay(votes: readonly SentVote[]): number {
  const counted = new Map<string, number>()
  for (const { article, day, standing } of votes) {
    if (standing !== 'counted') continue
    const name = `${day} ${article}`
    counted.set(name, (counted.get(name) ?? 0) + 1)
  }
  return Math.max(0, ...counted.values())
}
