import type { Import, NewImport, Store } from '../../store/store.ts'
import type { GatheredOpening } from './gather-openings.ts'
import { type Moving, moveIn, moveOut, piecesOf } from './move-in.ts'

/** What a desk works with. */
interface ImportGround {
  readonly store: Store
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly keepGoing: (work: Promise<unknown>) => void
  /** Told why a work stopped. */
  readonly warn: (sentence: string) => void
}

/**
 * Brings tables in, and takes them back, after their request was answered: some articles at a time, so that votes go on.
 * How far each is stands in the database; only that it is under way is known here, so that after a restart one sees
 * that it stopped half-way.
 */
export interface ImportDesk {
  /** @returns the import's number */
  begin(
    told: Omit<NewImport, 'at' | 'planned'>,
    openings: readonly GatheredOpening[],
    actor: string,
  ): Promise<number>
  undo(brought: Import, actor: string): void
  isRunning(id: number): boolean
}

export function createImportDesk({ store, clock, keepGoing, warn }: ImportGround): ImportDesk {
  const running = new Set<number>()
  const never = new AbortController().signal

  function run(id: number, actor: string, work: (moving: Moving) => Promise<unknown>): void {
    running.add(id)
    const moving = { actor, clock, signal: never, told: () => undefined }
    const ended = work(moving)
      .catch((reason: unknown) => warn(`Import ${id} stopped: ${String(reason)}`))
      .finally(() => running.delete(id))
    keepGoing(ended)
  }

  return {
    async begin(told, openings, actor) {
      const at = Math.floor(clock() / 1000)
      const begun = { ...told, at, planned: openings.length }
      const id = await store.addImport(begun)
      const note = `import ${id}: ${told.kind}, ${JSON.stringify(told.file)}, ${openings.length} articles`
      await store.addAudit({
        at,
        actor,
        action: 'begin-import',
        site: told.site,
        article: null,
        note,
      })
      const brought = { ...begun, id, added: 0, removed: 0 }
      run(id, actor, (moving) => moveIn(store, brought, piecesOf(openings), moving))
      return id
    },
    undo(brought, actor) {
      if (!running.has(brought.id))
        run(brought.id, actor, (moving) => moveOut(store, brought, moving))
    },
    isRunning: (id) => running.has(id),
  }
}
