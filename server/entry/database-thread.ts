import { parentPort, workerData } from 'node:worker_threads'
import { type Client, createClient, LibsqlError, type ResultSet } from '@libsql/client'
import type { Rows, SqlValue, Statement } from '../store/database.ts'

/*
 * The database thread. libSQL answers a `file:` database synchronously, so that it would
 * hold up every reader while the disk works; here it holds up nobody. The one connection
 * keeps the file to itself: two connections of the SQLite inside are not safe together.
 */

export interface ThreadData {
  readonly url: string
}

export interface ThreadRequest {
  readonly id: number
  readonly mode: 'write' | 'read' | 'close'
  readonly statements: readonly Statement[]
}

export type ThreadReply =
  | { readonly id: number; readonly rows: readonly Rows[] }
  | { readonly id: number; readonly code: string; readonly message: string }

/** How long to wait for another process to let go of the file at the start, in milliseconds. */
const PATIENCE = 1500
/** Checkpoints are rarer than SQLite's 1,000 pages: a page written often goes to the file once. */
const CHECKPOINT_PAGES = 4000

const PRAGMAS = [
  'PRAGMA locking_mode = EXCLUSIVE',
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA foreign_keys = ON',
  'PRAGMA temp_store = MEMORY',
  'PRAGMA cache_size = -32000',
  `PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`,
]

const port = parentPort
if (!port) throw new Error('database-thread.js is started by the server, not by hand')
const { url } = workerData as ThreadData
const inMemory = url === ':memory:'

let client: Client | undefined

try {
  client = await open()
  port.postMessage({ id: 0, rows: [] } satisfies ThreadReply)
  port.on('message', (request: ThreadRequest) => void answer(request))
} catch (reason) {
  port.postMessage(failure(0, reason))
}

async function open(): Promise<Client> {
  const opened = createClient({ url, concurrency: 1, timeout: PATIENCE })
  await prepare(opened)
  return opened
}

/** Takes the file's lock by writing nothing, so that a second process is told at once. */
async function prepare(opened: Client): Promise<void> {
  for (const pragma of PRAGMAS) await opened.execute(pragma)
  if (!inMemory) await opened.batch([], 'write')
}

async function answer({ id, mode, statements }: ThreadRequest): Promise<void> {
  if (!client) return
  if (mode === 'close') {
    client.close()
    port?.postMessage({ id, rows: [] } satisfies ThreadReply)
    port?.close()
    return
  }
  try {
    const results = await run(client, mode, statements)
    port?.postMessage({ id, rows: results.map(rowsFrom) } satisfies ThreadReply)
  } catch (reason) {
    port?.postMessage(failure(id, reason))
    await heal(client, reason)
  }
}

async function run(
  opened: Client,
  mode: 'write' | 'read',
  statements: readonly Statement[],
): Promise<ResultSet[]> {
  const calls = statements.map(({ sql, args }) => ({ sql, args: [...(args ?? [])] }))
  if (mode === 'write') return opened.batch(calls, 'write')
  const results: ResultSet[] = []
  for (const call of calls) results.push(await opened.execute(call))
  return results
}

/** One SQLITE_BUSY or a failed disk spoils a connection for good; a new one goes on. */
async function heal(opened: Client, reason: unknown): Promise<void> {
  const harmless = reason instanceof LibsqlError && reason.code.startsWith('SQLITE_CONSTRAINT')
  if (harmless || inMemory) return
  try {
    await opened.reconnect()
    await prepare(opened)
  } catch {
    // Still unwell; the next request fails, is answered, and heals again.
  }
}

function rowsFrom(result: ResultSet): Rows {
  return result.rows.map((row) => Array.from(row as ArrayLike<SqlValue>))
}

function failure(id: number, reason: unknown): ThreadReply {
  const code = reason instanceof LibsqlError ? reason.code : 'UNKNOWN'
  return { id, code, message: reason instanceof Error ? reason.message : String(reason) }
}
