import { change, read } from './keep.ts'

/** The browser's secret that owns one vote, and the counter of what it did with it. */
export interface Ballot {
  readonly ballot: string
  readonly turn: number
}

const BYTES = 16

/** Ballots of pages whose browser refuses storage; they last as long as the page. */
const unkept = new Map<string, Ballot>()

/** The ballot that this browser has for an article, if any. */
export async function ballotOf(article: string): Promise<Ballot | undefined> {
  return unkept.get(article) ?? (await read<Ballot>(nameOf(article)))
}

/** The article's ballot with its turn raised, made where there is none yet. */
export async function nextTurn(article: string): Promise<Ballot> {
  // One for both ways: a storage that answers too late must not keep another than was used.
  const made = makeBallot()
  const raise = (before: Ballot | undefined): Ballot => ({
    ballot: before?.ballot ?? made,
    turn: (before?.turn ?? 0) + 1,
  })
  const kept = unkept.has(article) ? undefined : await change<Ballot>(nameOf(article), raise)
  if (kept) return kept
  const ballot = raise(unkept.get(article))
  unkept.set(article, ballot)
  return ballot
}

function makeBallot(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .slice(0, 22)
}

function nameOf(article: string): string {
  return `ballot ${article}`
}
