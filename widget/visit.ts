import type { Visit } from '../shared/reader-request.ts'
import { change } from './keep.ts'

/** One view per reader and article in this time, in milliseconds. */
const WINDOW = 30 * 60 * 1000

interface Seen {
  /** When the last counted view was, in milliseconds since 1970. */
  readonly at: number
  readonly visit: Visit
}

/** Tells whether this visit is a new view of the article, and begins the window if it is. */
export async function visitOf(article: string, now: number): Promise<Visit> {
  const seen = await change<Seen>(nameOf(article), (before) =>
    before && now >= before.at && now - before.at < WINDOW
      ? { at: before.at, visit: 'repeat' }
      : { at: now, visit: 'new' },
  )
  return seen?.visit ?? 'unknown'
}

/** Takes back the window of a view that was not counted, unless another began since. */
export async function forgetVisit(article: string, begun: number): Promise<void> {
  await change<Seen | undefined>(nameOf(article), (seen) => (seen?.at === begun ? undefined : seen))
}

function nameOf(article: string): string {
  return `seen ${article}`
}
