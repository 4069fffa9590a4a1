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
  readonly mode: 'write' | 'change' | 'read' | 'hold' | 'release' | 'close'
  readonly statements: readonly Statement[]
}

export type ThreadReply =
  | { readonly id: number; readonly rows: readonly Rows[] }
  | { readonly id: number; readonly code: string; readonly message: string }

/** How long to wait for another process to let go of the file at the start, in milliseconds. */
const PATIENCE = 1500
/** Checkpoints are rarer than SQLite's 1,000 pages: a page written often goes to the file once. */
const CHECKPOINT_PAGES = 4000

const CHECKPOINT = `PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`
/** A long hold leaves a long log: it is cut back to this many bytes when it begins anew. */
const LONGEST_LOG = 64 * 1024 * 1024
/**
 * SQLite's extended codes for a sync that failed, of a file and of a folder. What the log holds
 * on disk is unknown from then on, and a sync that succeeds later says nothing about it. (A
 * checkpoint's own failed sync goes unheard and does no harm: the log is kept, and the next
 * checkpoint writes all of it again.)
 */
const SYNC_FAILED: readonly unknown[] = [1034, 1290]

const LOCKING = [`PRAGMA busy_timeout = ${PATIENCE}`, 'PRAGMA locking_mode = EXCLUSIVE']

const SETTINGS = [
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA foreign_keys = ON',
  'PRAGMA temp_store = MEMORY',
  'PRAGMA cache_size = -8000',
  `PRAGMA journal_size_limit = ${LONGEST_LOG}`,
  CHECKPOINT,
]

const port = parentPort
if (!port) throw new Error('database-thread.js is started by the server, not by hand')
const { url } = workerData as ThreadData
const inMemory = url === ':memory:'

let client: Client | undefined
/** True while nothing may move from the log into the file, because somebody copies the file. */
let held = false

try {
  client = await open()
  port.postMessage({ id: 0, rows: [] } satisfies ThreadReply)
  // A rejection here ends the thread, and with it the server: a supervisor starts both anew.
  port.on('message', (request: ThreadRequest) => void answer(request))
} catch (reason) {
  port.postMessage(failure(0, reason))
}

/** Opens the file, waiting for a while where another process still has it. */
async function open(): Promise<Client> {
  const opened = createClient({ url, concurrency: 1 })
  await prepare(opened)
  return opened
}

/**
 * Sets the connection up and takes the file's lock, so that a second process is told at
 * once. SQLite itself waits for the lock, on the one connection: a connection that was
 * refused keeps its part of the lock until it is collected, and so shuts out the next.
 */
async function prepare(opened: Client): Promise<void> {
  for (const pragma of LOCKING) await opened.execute(pragma)
  // Before the journal mode, whose change does not wait.
  if (!inMemory) await opened.batch([], 'write')
  for (const pragma of SETTINGS) await opened.execute(pragma)
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
    const rows = await carryOut(client, mode, statements)
    port?.postMessage({ id, rows } satisfies ThreadReply)
  } catch (reason) {
    // Ends the thread, and with it the server, before anybody is answered.
    if (reason instanceof LibsqlError && SYNC_FAILED.includes(reason.rawCode)) throw reason
    port?.postMessage(failure(id, reason))
    await heal(client, reason)
  }
}

async function carryOut(
  opened: Client,
  mode: Exclude<ThreadRequest['mode'], 'close'>,
  statements: readonly Statement[],
): Promise<Rows[]> {
  if (mode === 'hold') return hold(opened)
  if (mode === 'release') return release(opened)
  const calls = statements.map(({ sql, args }) => ({ sql, args: [...(args ?? [])] }))
  if (mode === 'write') return (await opened.batch(calls, 'write')).map(rowsFrom)
  const rows: Rows[] = []
  for (const call of calls) {
    // A statement alone is a transaction by itself, without two more that begin and end it.
    const result = await opened.execute(call)
    rows.push(mode === 'change' ? [[result.rowsAffected]] : rowsFrom(result))
  }
  return rows
}

/**
 * Brings the whole log into the file and keeps the file as it is from then on. In the log's
 * mode SQLite writes to the file at a checkpoint only, and this connection makes them all.
 */
async function hold(opened: Client): Promise<Rows[]> {
  await opened.execute('PRAGMA wal_autocheckpoint = 0')
  try {
    const { rows } = await opened.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    if (Number(rows[0]?.[0]) !== 0) throw new Error('the log could not be brought into the file')
  } catch (reason) {
    await opened.execute(CHECKPOINT)
    throw reason
  }
  held = true
  return []
}

/** @throws Error when the file may have changed since `hold` */
async function release(opened: Client): Promise<Rows[]> {
  const unbroken = held
  held = false
  await opened.execute(CHECKPOINT)
  if (!unbroken) throw new Error('the database met a fault meanwhile')
  return []
}

/**
 * After a failure that was not a statement's own, the client may have let its connection
 * go and made another, which has none of the settings. The connection itself is never
 * given up for a new one: the old one would keep the file's lock until it is collected.
 */
async function heal(opened: Client, reason: unknown): Promise<void> {
  const harmless = reason instanceof LibsqlError && /^SQLITE_(CONSTRAINT|ERROR)/.test(reason.code)
  if (harmless || inMemory) return
  held = false
  await prepare(opened)
}

function rowsFrom(result: ResultSet): Rows {
  return result.rows.map((row) => Array.from(row as ArrayLike<SqlValue>))
}

function failure(id: number, reason: unknown): ThreadReply {
  const code = reason instanceof LibsqlError ? reason.code : 'UNKNOWN'
  return { id, code, message: reason instanceof Error ? reason.message : String(reason) }
}
