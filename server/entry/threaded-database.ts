import { Worker } from 'node:worker_threads'
import type { Database, Rows, Statement } from '../store/database.ts'
import { StorageError } from '../store/store.ts'
import type { ThreadData, ThreadReply, ThreadRequest } from './database-thread.ts'

/** Thrown when the database cannot be opened; `code` is SQLite's, such as SQLITE_BUSY. */
export class DatabaseOpenError extends Error {
  override name = 'DatabaseOpenError'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** A database whose file may be copied while it goes on. */
export interface ThreadedDatabase extends Database {
  /** Resolves once the file holds everything committed so far; it stays as it is until `release`. */
  hold(): Promise<void>
  /** @throws when the file may have changed meanwhile: a copy of it is worth nothing */
  release(): Promise<void>
}

/** The thread makes little that lasts: a small nursery keeps its memory small. */
const YOUNG_MEGABYTES = 8

/** Codes that speak of the disk or its lock rather than of a statement. */
const STORAGE_CODE =
  /^(THREAD|SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|NOMEM))/

/**
 * A `file:` or `:memory:` database in a thread of its own.
 * @param thread where the built `database-thread.js` is
 * @param onLost told when the thread ended by an error: nothing can be stored any more
 * @throws DatabaseOpenError, within two seconds
 */
export async function openThreadedDatabase(
  url: string,
  thread: URL,
  onLost: (reason: Error) => void = () => undefined,
): Promise<ThreadedDatabase> {
  const worker = new Worker(thread, {
    workerData: { url } satisfies ThreadData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  })
  const waiting = new Map<number, Settle>()
  let latest = 0

  function ask(
    mode: ThreadRequest['mode'],
    statements: readonly Statement[] = [],
  ): Promise<readonly Rows[]> {
    const id = ++latest
    const reply = expect(waiting, id)
    worker.postMessage({ id, mode, statements } satisfies ThreadRequest)
    return reply
  }

  worker.on('message', (reply: ThreadReply) => {
    const settle = waiting.get(reply.id)
    waiting.delete(reply.id)
    settle?.(reply)
  })
  worker.on('error', (reason: Error) => {
    for (const [id, settle] of waiting) settle({ id, code: 'THREAD', message: reason.message })
    waiting.clear()
    onLost(reason)
  })

  try {
    await expect(waiting, 0)
  } catch (reason) {
    const { code, message } = reason as StatementError
    await worker.terminate()
    throw new DatabaseOpenError(code, message)
  }

  return {
    write: (statements) => ask('write', statements),
    change: async (statement) => Number((await ask('change', [statement]))[0]?.[0]?.[0]),
    read: async (statement) => (await ask('read', [statement]))[0] ?? [],
    hold: async () => void (await ask('hold')),
    release: async () => void (await ask('release')),
    close: async () => void (await ask('close')),
  }
}

type Settle = (reply: ThreadReply) => void

/** A statement that the database refused: a bug, not a matter of the disk. */
class StatementError extends Error {
  override name = 'StatementError'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

function expect(waiting: Map<number, Settle>, id: number): Promise<readonly Rows[]> {
  return new Promise((resolve, reject) => {
    waiting.set(id, (reply) => {
      if ('rows' in reply) resolve(reply.rows)
      else if (id !== 0 && STORAGE_CODE.test(reply.code)) {
        reject(new StorageError(`${reply.code}: ${reply.message}`))
      } else reject(new StatementError(reply.code, reply.message))
    })
  })
}
