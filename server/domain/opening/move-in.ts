import type { AuditEntry, OpeningBalance, Store } from '../../store/store.ts'
import type { GatheredOpening } from './gather-openings.ts'

/** Articles in one transaction. */
const AT_ONCE = 200

/** Where an import comes from, and under whose name it is done. */
export interface MovingIn {
  readonly site: string
  readonly from: Pick<OpeningBalance, 'source' | 'date' | 'estimate'>
  readonly actor: string
  /** Seconds since 1970. */
  readonly at: number
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
  for (const some of pieces(openings)) {
    const keys = some.map(({ key }) => key)
    for (const key of await store.readOpened(site, keys)) known.add(key)
  }
  return known
}

/**
 * Brings the counts in, piece by piece, so that votes go on between them. Done again after it was stopped, it goes
 * on where it was: what has a balance keeps it.
 * @returns how many articles have a balance that had none
 */
export async function moveIn(
  store: Store,
  openings: readonly GatheredOpening[],
  { site, from, actor, at, signal, told }: MovingIn,
): Promise<number> {
  let added = 0
  let done = 0
  for (const some of pieces(openings)) {
    signal.throwIfAborted()
    const note = `${from.source}, ${from.date}: ${some.length} articles`
    const audit: AuditEntry = { at, actor, action: 'add-openings', site, article: null, note }
    added += await store.addOpenings(
      site,
      some.map((opening) => ({ ...opening, ...from })),
      audit,
    )
    done += some.length
    told(done)
  }
  return added
}

/** Takes back all that one source brought. @returns how many articles have no balance any more */
export async function moveOut(
  store: Store,
  { site, from, actor, at, signal, told }: MovingIn,
): Promise<number> {
  const note = `${from.source}, ${from.date}`
  const audit: AuditEntry = { at, actor, action: 'remove-openings', site, article: null, note }
  let removed = 0
  for (;;) {
    signal.throwIfAborted()
    const some = await store.removeOpenings(site, from, AT_ONCE, audit)
    if (some === 0) return removed
    removed += some
    told(removed)
  }
}

function* pieces<Entry>(entries: readonly Entry[]): Generator<readonly Entry[]> {
  for (let i = 0; i < entries.length; i += AT_ONCE) yield entries.slice(i, i + AT_ONCE)
}
