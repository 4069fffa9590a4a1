import type { Choice } from '../shared/choice.ts'
import type { Visit } from '../shared/reader-request.ts'
import { SEALED_AFTER_DAYS } from '../shared/sealing.ts'
import { change } from './keep.ts'

/** What this browser keeps of an article: the reader's vote, and when it was last seen. */
export interface Kept {
  /**
   * The secret that owns the vote, made with the first one: 128 random bits as 22 characters of
   * base64url. Empty until then.
   */
  readonly ballot: string
  /** Raised with every vote and withdrawal; the server applies only a higher one. */
  readonly turn: number
  /** `null` before a vote and after a withdrawal. */
  readonly choice: Choice | null
  /** When the vote was first cast; this and `seen` in milliseconds since 1970. */
  readonly at: number
  /** When the last counted view was. */
  readonly seen: number
}

/** One view per reader and article in this time, in milliseconds. */
const WINDOW = 30 * 60 * 1000

/** Seen long enough ago, also where a page has set the clock to nought. */
const NOTHING: Kept = { ballot: '', turn: 0, choice: null, at: 0, seen: -WINDOW }

/**
 * Tells whether this visit is a new view of the article, and begins the window if it is; with
 * what is kept of the reader's vote, if there was one.
 */
export async function visit(
  article: string,
  now: number,
): Promise<{ readonly visit: Visit; readonly vote: Kept | false }> {
  let isNew = false
  const { value, kept } = await alter(article, (before) => {
    const passed = now - before.seen
    isNew = passed < 0 || passed >= WINDOW
    return isNew ? { ...before, seen: now } : before
  })
  return {
    visit: kept ? (isNew ? 'new' : 'repeat') : 'unknown',
    vote: !!value.ballot && value,
  }
}

/** Takes back the window of a view that was not counted, unless another began since. */
export async function forgetVisit(article: string, begun: number): Promise<void> {
  await alter(article, (kept) => (kept.seen === begun ? { ...kept, seen: NOTHING.seen } : kept))
}

/** The reader's vote with its turn raised, and with a ballot from the first one on. */
export async function nextTurn(article: string, choice: Choice | null): Promise<Kept> {
  // One for both ways: a storage that answers too late must not keep another than was used.
  const made = makeBallot()
  const now = Date.now()
  const { value } = await alter(article, ({ ballot, turn, choice: before, at, seen }) => ({
    ballot: ballot || made,
    turn: turn + 1,
    choice,
    at: before ? at : now,
    seen,
  }))
  return value
}

/** Whether a vote is final by now: nobody, the server included, knows any more whose it is. */
export function isSealed({ choice, at }: Kept): boolean {
  return !!choice && Date.now() - at > SEALED_AFTER_DAYS * 86_400_000
}

function alter(article: string, edit: (kept: Kept) => Kept) {
  return change<Kept>(`article ${article}`, (kept = NOTHING) => edit(kept))
}

function makeBallot(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .slice(0, 22)
}
