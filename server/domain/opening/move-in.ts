import type { AuditEntry, Import, NewImport, Store } from '../../store/store.ts'
import type { GatheredOpening } from './gather-openings.ts'

/** Articles in one transaction. */
const AT_ONCE = 200

/** Under whose name an import goes on, and how it is watched and stopped. */
export interface Moving {
  readonly actor: string
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly signal: AbortSignal
  /** Told how many articles are done. */
  readonly told: (done: number) => void
}

/** The articles that have an opening balance already: what an import leaves as it is. */
export async function alreadyOpened(
  store: Store,
  site: string,
  openings: readonly GatheredOpening[],
): Promise<ReadonlySet<string>> {
  const known = new Set<string>()
  for (const some of piecesOf(openings)) {
    const keys = some.map(({ key }) => key)
    for (const key of await store.readOpened(site, keys)) known.add(key)
  }
  return known
}

/**
 * Brings the counts in, piece by piece, so that votes go on between them. Done again after it was stopped, it goes
 * on where it was: what has a balance keeps it.
 * @param pieces openings, some at a time
 * @returns how many articles have a balance that had none
 */
export async function moveIn(
  store: Store,
  brought: Import,
  pieces: AsyncIterable<readonly GatheredOpening[]> | Iterable<readonly GatheredOpening[]>,
  { actor, clock, signal, told }: Moving,
): Promise<number> {
  const { id, site, source, date, estimate } = brought
  let added = 0
  let done = 0
  for await (const some of pieces) {
    signal.throwIfAborted()
    const note = `import ${id}: ${source}, ${date}: ${some.length} articles`
    const audit = lineOf(actor, clock, 'add-openings', site, note)
    const openings = some.map((opening) => ({ ...opening, source, date, estimate }))
    added += await store.addOpenings(brought, openings, audit)
    done += some.length
    told(done)
  }
  return added
}

/** Takes back what an import brought and nobody changed since. @returns how many articles have no balance any more */
export async function moveOut(
  store: Store,
  { id, site, source, date }: Import,
  { actor, clock, signal, told }: Moving,
): Promise<number> {
  const note = `import ${id}: ${source}, ${date}`
  let removed = 0
  for (;;) {
    signal.throwIfAborted()
    const audit = lineOf(actor, clock, 'remove-openings', site, note)
    const some = await store.removeOpenings({ id, site }, AT_ONCE, audit)
    if (some === 0) return removed
    removed += some
    told(removed)
  }
}

/** A site's imports from one source and day. */
export async function importsFrom(
  store: Store,
  { site, source, date }: Pick<NewImport, 'site' | 'source' | 'date'>,
): Promise<readonly Import[]> {
  const found: Import[] = []
  let after = null
  do {
    const page = await store.readImports(site, { after, most: AT_ONCE })
    found.push(...page.entries.filter((one) => one.source === source && one.date === date))
    after = page.next
  } while (after !== null)
  return found
}

export function* piecesOf<Entry>(entries: readonly Entry[]): Generator<readonly Entry[]> {
  for (let i = 0; i < entries.length; i += AT_ONCE) yield entries.slice(i, i + AT_ONCE)
}

function lineOf(
  actor: string,
  clock: () => number,
  action: string,
  site: string,
  note: string,
): AuditEntry {
  return { at: Math.floor(clock() / 1000), actor, action, site, article: null, note }
}
