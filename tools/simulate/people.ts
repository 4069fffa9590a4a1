import type { Choice } from '../../shared/choice.ts'
import { VIEWS_PATH, VOTES_PATH } from '../../shared/paths.ts'
import type { Random } from '../../tests/support/seeded.ts'
import type { Book } from './book.ts'
import { newBallot } from './chance.ts'
import type { Timeline } from './timeline.ts'
import { type Sender, SITE, type World } from './world.ts'

/** Everything that people need to act. */
export interface Stage {
  readonly world: World
  readonly timeline: Timeline
  readonly book: Book
  readonly random: Random
}

interface Page {
  readonly article: string
  /** Who it is, for the book: `attack`, or what kind of honest reader. */
  readonly side: string
  readonly from: Sender
}

/** Opens a page. @returns its token; null where the view was refused */
export async function open(
  { world, book }: Stage,
  { article, side, from }: Page,
  visit: 'new' | 'repeat' | 'unknown' = 'new',
): Promise<string | null> {
  const reply = await world.post(VIEWS_PATH, { site: SITE, article, visit }, from)
  book.answered(`${side} view`, reply.status)
  if (reply.status !== 200) {
    await reply.arrayBuffer()
    return null
  }
  return ((await reply.json()) as { token: string }).token
}

/** Votes on a page once. @returns the status */
export async function cast(
  { world, book, random }: Stage,
  { article, side, from }: Page,
  token: string,
  choice: Choice,
): Promise<number> {
  const ballot = newBallot(random)
  const at = world.clock.now
  const body = { site: SITE, article, ballot, turn: 1, choice, token }
  const reply = await world.post(VOTES_PATH, body, from)
  await reply.arrayBuffer()
  book.answered(`${side} vote`, reply.status)
  if (reply.status === 200) {
    book.sent({ voter: world.voterOf(article, ballot), article, side, choice, at })
  }
  return reply.status
}
