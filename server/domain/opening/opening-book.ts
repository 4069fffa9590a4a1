import type { KeptOpening, OpeningBalance, Store } from '../../store/store.ts'
import { hexadecimal } from '../hexadecimal.ts'
import { openingNote } from './opening-note.ts'

/** An opening balance that somebody changed by hand. */
export interface OpeningChange {
  readonly site: string
  readonly key: string
  readonly before: KeptOpening | null
  readonly after: KeptOpening | null
}

/** Who changes something, and when, in seconds since 1970. */
interface By {
  readonly at: number
  readonly actor: string
}

/**
 * Opening balances that are changed by hand. The latest changes are remembered until the server stops, so that each can
 * be taken back, as long as nobody has changed the same one since.
 */
export interface OpeningBook {
  /**
   * @param before what it was thought to be; null for none
   * @param to null takes it away
   * @returns id of the change; undefined where nothing was to change, or somebody else was faster
   */
  change(
    site: string,
    key: string,
    before: KeptOpening | null,
    to: OpeningBalance | null,
    by: By,
  ): Promise<string | undefined>
  find(site: string, id: string): OpeningChange | undefined
  /** @returns whether it is as it was before */
  undo(site: string, id: string, by: By): Promise<boolean>
}

/** Changes remembered; the oldest is forgotten first. */
const MOST = 200

export function createOpeningBook(
  store: Store,
  random: (bytes: number) => Uint8Array,
): OpeningBook {
  const changes = new Map<string, OpeningChange>()

  function find(site: string, id: string): OpeningChange | undefined {
    const change = changes.get(id)
    return change?.site === site ? change : undefined
  }

  function carryOut({ site, key, before, after }: OpeningChange, { at, actor }: By) {
    const action = after ? 'set-opening' : 'remove-opening'
    const audit = { at, actor, action, site, article: key, note: openingNote(before, after) }
    return store.changeOpening({ site, key }, before, after, audit)
  }

  return {
    find,

    async change(site, key, before, to, by) {
      const after = to && { ...to, key, broughtBy: null }
      if (openingNote(before, null) === openingNote(after, null)) return undefined
      const change = { site, key, before, after }
      if (!(await carryOut(change, by))) return undefined
      const id = hexadecimal(random(8))
      const [oldest] = changes.keys()
      if (changes.size >= MOST && oldest !== undefined) changes.delete(oldest)
      changes.set(id, change)
      return id
    },

    async undo(site, id, by) {
      const change = find(site, id)
      if (!change) return false
      changes.delete(id)
      return carryOut({ ...change, before: change.after, after: change.before }, by)
    },
  }
}
