import type { Config } from '../../config.ts'
import type { Store } from '../../store/store.ts'
import type { ThreadedDatabase } from '../threaded-database.ts'

/** What was typed after an operation's name; it travels to the server as JSON. */
export interface Typed {
  readonly operands: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

/** What came of an operation. */
export interface Outcome {
  /** For people; several lines, perhaps. */
  readonly text: string
  /** For programs, as JSON. */
  readonly value: unknown
  /** True: it did its work and found something wrong, and the command ends with 1. */
  readonly failed?: boolean
}

/** What an operation works on: the running server's own, or what the command opened itself. */
export interface OperationGround {
  readonly config: Config
  readonly database: ThreadedDatabase
  readonly store: Store
  readonly secret: Uint8Array
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Aborted when the server is being stopped: what takes long ends then. */
  readonly signal: AbortSignal
}

/** Refuses an operation in a sentence for whoever typed it. */
export class Refusal extends Error {
  override name = 'Refusal'
}

interface OperationForm {
  /** What is typed, without the program: `purge SITE --yes`. */
  readonly usage: string
  /** Fewest and most operands. */
  readonly operands: readonly [least: number, most: number]
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>
  /**
   * Runs beside whoever typed it, before anything else: makes paths absolute, reads files that
   * the server perhaps may not. @throws Refusal
   */
  readonly prepare?: (typed: Typed) => Promise<Typed>
}

/** A command on the database of a running server, or of one that is stopped. */
export interface Operation extends OperationForm {
  /**
   * @param progress told in a few words what it is at
   * @throws Refusal
   */
  readonly run: (
    ground: OperationGround,
    typed: Typed,
    progress: (line: string) => void,
  ) => Promise<Outcome>
}

/** A command on the files of a server that is stopped. */
export interface FileOperation extends OperationForm {
  readonly runOnFiles: (
    config: Config,
    typed: Typed,
    progress: (line: string) => void,
  ) => Promise<Outcome>
}
