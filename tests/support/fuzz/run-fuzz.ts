import { join } from 'node:path'
import { operate } from '../operate-command.ts'
import { readRows } from '../read-rows.ts'
import { view } from '../reader-requests.ts'
import { startServer } from '../running-server.ts'
import { readStored } from '../stored-counts.ts'
import { type FuzzGround, type FuzzRequest, fuzzRequest } from './fuzz-request.ts'
import { type Exchange, exchange } from './raw-exchange.ts'
import { faultOf, problemOf } from './reply-faults.ts'

export interface FuzzOptions {
  readonly dataDir: string
  readonly seed: number
  readonly requests: number
  /** Number of the first request; a failing one is replayed alone by its number. */
  readonly from?: number
  readonly report?: (line: string) => void
}

export interface FuzzOutcome {
  readonly faults: readonly string[]
  /** How often each status, and each type of problem, was answered. */
  readonly answers: ReadonlyMap<string, number>
  /** Requests slower than a second beside others, and fast enough alone. */
  readonly slowInCompany: number
}

const ARTICLES = Array.from({ length: 12 }, (_, i) => `/fuzz/${i}`)
/** Requests under way at once. */
const LANES = 16
/** Longest time for an answer, in milliseconds. */
const LONGEST = 1000
/** How often a slow request is sent alone, before it is called slow. */
const TRIES = 3
/** Most faults that are told. */
const MOST_FAULTS = 20

/** Sends a real server requests that nobody should send, and looks at every answer and the file. */
export async function runFuzz(options: FuzzOptions): Promise<FuzzOutcome> {
  const { dataDir, seed, requests, from = 0, report = () => undefined } = options
  const server = await startServer(dataDir, { LOG_LEVEL: 'error' })
  const ground = await groundOf(server.origin, dataDir)
  const faults: string[] = []
  const answers = new Map<string, number>()
  const slow: number[] = []
  let next = from

  const note = (name: string) => answers.set(name, (answers.get(name) ?? 0) + 1)
  async function send(index: number): Promise<void> {
    const request = fuzzRequest(ground, seed, index)
    const outcome = await ask(server.origin, request)
    for (const reply of outcome.replies) {
      note(String(reply.status))
      note(problemOf(reply) ?? 'no problem')
    }
    for (const fault of faultsOf(request, outcome)) faults.push(told(index, request, fault))
    if (outcome.duration > LONGEST) slow.push(index)
  }
  async function lane(): Promise<void> {
    while (next < from + requests && faults.length < MOST_FAULTS) {
      if (next % 10_000 === 0) report(`${next} requests`)
      await send(next++)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))

  for (const index of slow) {
    const request = fuzzRequest(ground, seed, index)
    const times: number[] = []
    for (let n = 0; n < TRIES; n++) times.push((await ask(server.origin, request)).duration)
    const best = Math.round(Math.min(...times))
    if (best > LONGEST) faults.push(told(index, request, `took ${best} ms alone`))
  }

  const alive = await fetch(`${server.origin}/healthz`).then(({ status }) => status, String)
  if (alive !== 200) faults.push(`the server is not alive afterwards: ${alive}`)
  const code = await server.end('SIGTERM')
  if (code !== 0) faults.push(`the server ended with code ${code}:\n${server.said()}`)
  if (/"level":"error"/.test(server.said())) faults.push(`the log tells of:\n${server.said()}`)
  faults.push(...storedFaults(join(dataDir, 'tanggapan.db')))
  return { faults, answers, slowInCompany: slow.length }
}

async function groundOf(origin: string, dataDir: string): Promise<FuzzGround> {
  const { said } = await operate(dataDir, ['token', 'add', 'fuzz', '--json'])
  const adminToken = (JSON.parse(said) as { token: string }).token
  const tokens = new Map<string, string>()
  for (const article of ARTICLES) tokens.set(article, await view(origin, article))
  return { origin, tokens, adminToken }
}

function ask(origin: string, { bytes, method, whole }: FuzzRequest): Promise<Exchange> {
  return exchange(origin, bytes, method, !whole)
}

function faultsOf(request: FuzzRequest, { replies, ended }: Exchange): string[] {
  const faults = replies.flatMap((reply) => faultOf(reply, request.method) ?? [])
  if (!ended) faults.push('was left without an answer and without an end')
  else if (request.whole && replies.length === 0) faults.push('was left without an answer')
  return faults
}

function told(index: number, { bytes }: FuzzRequest, fault: string): string {
  return `request ${index} ${fault}\n  ${JSON.stringify(bytes.toString('latin1').slice(0, 600))}`
}

/** What the file says after it all, against its own rows. */
function storedFaults(file: string): string[] {
  const states = readRows(file, 'pragma integrity_check').map((row) => row['integrity_check'])
  const broken = states.filter((state) => state !== 'ok').map((state) => `integrity: ${state}`)
  return [...readStored(file).faults, ...broken]
}
