import type { Database } from '../../../server/store/database.ts'
import { StorageError } from '../../../server/store/store.ts'

/**
 * What becomes of calls from now on: `kept` they do as they are told · `full` no write has room ·
 * `unheard` the next write is done, and the answer never comes: the connection was cut behind it ·
 * `dying` so many more calls are answered, the next one is done or not, and none is answered again.
 */
export type Fate =
  | { readonly kind: 'kept' | 'full' | 'unheard' }
  | { readonly kind: 'dying'; readonly answered: number; readonly lastIsDone: boolean }

export interface DoomedDatabase extends Database {
  meet(fate: Fate): void
  /** Ends what is still under way. */
  kill(): void
  /** Resolves when the process would be dead: nothing will be answered any more. */
  readonly dead: Promise<void>
}

const NEVER = new Promise<never>(() => undefined)

/** A real database whose connection goes wrong as it is told. */
export function doomed(real: Database): DoomedDatabase {
  let fate: Fate = { kind: 'kept' }
  let left = 0
  let isDead = false
  let die: () => void = () => undefined
  const dead = new Promise<void>((resolve) => {
    die = () => {
      isDead = true
      resolve()
    }
  })

  async function call<T>(run: () => Promise<T>): Promise<T> {
    if (isDead) return NEVER
    if (fate.kind !== 'dying' || left-- > 0) return run()
    const { lastIsDone } = fate
    isDead = true
    if (lastIsDone) await run().catch(() => undefined)
    die()
    return NEVER
  }

  async function store<T>(run: () => Promise<T>): Promise<T> {
    if (fate.kind === 'full') throw new StorageError('the disk is full')
    if (fate.kind !== 'unheard') return call(run)
    fate = { kind: 'kept' }
    await call(run)
    throw new StorageError('the connection was cut')
  }

  return {
    dead,
    kill: () => die(),
    meet(next) {
      fate = next
      if (next.kind === 'dying') left = next.answered
    },
    read: (statement) => call(() => real.read(statement)),
    write: (statements) => store(() => real.write(statements)),
    change: (statement) => store(() => real.change(statement)),
    close: () => Promise.resolve(),
  }
}
