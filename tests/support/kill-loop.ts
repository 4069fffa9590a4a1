import { cpSync, lstatSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createVoterOf } from '../../server/domain/voter.ts'
import { nodeMac } from '../../server/entry/node-mac.ts'
import { talliesPath } from '../../shared/paths.ts'
import { SEALED_AFTER_DAYS } from '../../shared/sealing.ts'
import { AcknowledgementLog } from './acknowledgement-log.ts'
import { beginMaintenance, maintain } from './maintained.ts'
import { ModeratorLoad } from './moderator-load.ts'
import { operate } from './operate-command.ts'
import { readRows } from './read-rows.ts'
import { ReaderLoad } from './reader-load.ts'
import { ripeTokens } from './ripe-tokens.ts'
import { runProcess } from './running-process.ts'
import { startServer } from './running-server.ts'
import { secretOf } from './secret-of.ts'
import { type Random, seeded } from './seeded.ts'
import { readStored, type Stored } from './stored-counts.ts'

export interface KillLoopOptions {
  readonly dataDir: string
  readonly rounds: number
  /** Decides the load and the moments of the kills. */
  readonly seed: number
  /** Told in a line how each round went. */
  readonly report?: (line: string) => void
}

export interface KillLoopOutcome {
  readonly faults: readonly string[]
  /** Turns sent, and those of them that were answered with 200. */
  readonly turns: number
  readonly answered: number
  /** Votes that were sealed, their voters forgotten. */
  readonly sealed: number
  /** Votes that are not counted at the end, and votes whose standing an admin changed. */
  readonly uncounted: number
  readonly moderated: number
}

const SITE = 'bojonegoro'
/** The demo's site under an address without a port: its keys outlive every restart. */
const VARIABLES = { PUBLIC_URL: 'http://localhost', LOG_LEVEL: 'error', PORT: '0' }
const ARTICLES = Array.from({ length: 20 }, (_, i) => `localhost/kill/${i}`)
/** Longest stretch under load, in milliseconds; longer than views are held back. */
const LONGEST = 2200
/** Least turns that are answered for each of these, however long a busy machine takes. */
const TURNS_PER_MS = 0.1
/** Part of the rounds in which the server is killed while it starts, and its longest time. */
const KILLED_AT_START = 0.2
const LONGEST_START = 400
/** Part of them in which the maintenance of half a year later is killed, and its longest time. */
const KILLED_AT_UPKEEP = 0.15
const LONGEST_UPKEEP = 400
const DAY = 24 * 60 * 60 * 1000
/** Views are held for half a second; from then on they are due, and a little is for two clocks. */
const VIEWS_HELD = 600

/** Starts a server, or its maintenance, loads it and kills it, again and again, and looks at the file each time. */
export async function runKillLoop(options: KillLoopOptions): Promise<KillLoopOutcome> {
  const { dataDir, rounds, seed, report = () => undefined } = options
  const random = seeded(seed)
  const log = new AcknowledgementLog()

  const first = await startServer(dataDir, VARIABLES)
  const load = new ReaderLoad({
    log,
    random,
    articles: ARTICLES,
    voterOf: voterOf(dataDir),
    tokenOf: ripeTokens(dataDir),
  })
  await load.begin(first.origin)
  const moderator = new ModeratorLoad(await tokenFor(dataDir), random, ARTICLES)
  await first.end('SIGKILL')
  const { faults, ...begun } = lookAfterKill(log, dataDir, { certainUntil: NEVER })
  let { stored } = begun

  for (let round = 1; round <= rounds && faults.length === 0; round++) {
    const answered = log.answered
    const killed = pickKill(random())
    const how = await killed(dataDir, random, [load, moderator], log)
    if (how.code !== null) faults.push(`the process ended by itself with code ${how.code}`)
    faults.push(...load.faults.splice(0), ...moderator.faults.splice(0))
    const looked = lookAfterKill(log, dataDir, how, stored)
    stored = looked.stored
    faults.push(...looked.faults)
    report(`round ${round}: killed ${how.at}, ${log.answered - answered} turns answered`)
  }
  if (faults.length === 0) {
    await maintain(dataDir, Date.now() + (SEALED_AFTER_DAYS + 5) * DAY)
    faults.push(
      ...lookAfterKill(log, dataDir, { certainUntil: NEVER, sealing: true }, stored).faults,
    )
    faults.push(...(await faultsAtTheEnd(log, dataDir)))
  }
  const { answered: moderated } = moderator
  const file = join(dataDir, 'tanggapan.db')
  const audited = sumOf(file, "select sum(votes) from audit where actor = 'kill-loop'")
  if (audited < moderated)
    faults.push(`${moderated} decisions answered, ${audited} in the audit log`)
  const votesIn = (table: string) =>
    sumOf(file, `select sum(sangat_puas + puas + cukup_puas + tidak_puas) from ${table}`)
  const [uncounted, sealed] = [votesIn('uncounted'), votesIn('folded')]
  return { faults, turns: log.turns, answered: log.answered, uncounted, sealed, moderated }
}

function pickKill(chance: number): typeof killUnderLoad {
  if (chance < KILLED_AT_START) return killAtStart
  return chance < KILLED_AT_START + KILLED_AT_UPKEEP ? killAtUpkeep : killUnderLoad
}

interface Killed {
  /** In words, when. */
  readonly at: string
  /** When views have to be answered that are certainly stored. */
  readonly certainUntil: number
  readonly code: number | null
  /** True where votes may have been sealed: no sum may have changed then. */
  readonly sealing?: boolean
}

const NEVER = Number.NEGATIVE_INFINITY

/** Whatever loads a server until it stops answering. */
interface Load {
  run(origin: string): Promise<void>
}

async function killUnderLoad(
  dataDir: string,
  random: Random,
  loads: readonly Load[],
  log: AcknowledgementLog,
): Promise<Killed> {
  const server = await startServer(dataDir, VARIABLES)
  const after = Math.round(random() * LONGEST)
  const begun = log.answered
  const running = Promise.all(loads.map((load) => load.run(server.origin)))
  await pause(after)
  const isGone = () => server.child.exitCode !== null || server.child.signalCode !== null
  while (log.answered - begun < after * TURNS_PER_MS && !isGone()) await pause(25)
  const certainUntil = log.certainUntil(VIEWS_HELD)
  const code = await server.end('SIGKILL')
  await running
  return { at: `after ${after} ms of load`, certainUntil, code }
}

async function killAtStart(dataDir: string, random: Random): Promise<Killed> {
  const after = Math.round(random() * LONGEST_START)
  const server = runProcess(['dist/node/node.js'], { ...VARIABLES, DATA_DIR: dataDir })
  await pause(after)
  const code = await server.end('SIGKILL')
  return { at: `${after} ms into its start`, certainUntil: NEVER, code }
}

/** Maintenance seals what is half a year old, and here it is half a year later. */
async function killAtUpkeep(dataDir: string, random: Random): Promise<Killed> {
  const days = SEALED_AFTER_DAYS + 2 + Math.floor(random() * 3)
  const after = Math.round(random() * LONGEST_UPKEEP)
  const upkeep = await beginMaintenance(dataDir, Date.now() + days * DAY)
  await pause(after)
  const code = await upkeep.end('SIGKILL')
  const at = code === 0 ? 'after its upkeep' : `${after} ms into its upkeep`
  return { at, certainUntil: NEVER, code: code === 0 ? null : code, sealing: true }
}

/** Reads a copy: the server itself has to find what the kill left behind. */
function lookAfterKill(
  log: AcknowledgementLog,
  dataDir: string,
  { certainUntil, sealing = false }: Pick<Killed, 'certainUntil' | 'sealing'>,
  before?: Stored,
): { readonly stored: Stored; readonly faults: string[] } {
  const copy = mkdtempSync(join(tmpdir(), 'tanggapan-copy-'))
  try {
    // A killed server leaves its socket behind, which cannot be copied.
    cpSync(dataDir, copy, { recursive: true, filter: (path) => !lstatSync(path).isSocket() })
    const stored = readStored(join(copy, 'tanggapan.db'))
    const changed = sealing && before?.sums.join() !== stored.sums.join()
    if (sealing && !changed) log.forget(stored)
    const faults = [...log.voteFaults(stored), ...log.viewFaults(stored, certainUntil)]
    return { stored, faults: changed ? ['sealing changed a sum', ...faults] : faults }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** Holds what a server says after the last kill, and what it leaves, against the rows. */
async function faultsAtTheEnd(log: AcknowledgementLog, dataDir: string): Promise<string[]> {
  const server = await startServer(dataDir, VARIABLES)
  const asked = ARTICLES.map((article) => `article=${encodeURIComponent(article)}`).join('&')
  const reply = await fetch(`${server.origin}${talliesPath(SITE)}?${asked}`)
  const { tallies } = (await reply.json()) as { tallies: Tally[] }
  const recounted = await operate(dataDir, ['recount'])
  const code = await server.end('SIGTERM')

  const file = join(dataDir, 'tanggapan.db')
  const stored = readStored(file)
  const faults = log.voteFaults(stored)
  if (code !== 0) faults.push(`the server ended with code ${code}`)
  if (recounted.code !== 0) faults.push(`a recount says: ${recounted.said}`)
  for (const { article, views, responses } of tallies) {
    const told = `${views} views, ${responses} responses`
    const kept = `${stored.views.get(article)} views, ${stored.responses.get(article)} responses`
    if (told !== kept) faults.push(`${article}: the server says ${told}, the file ${kept}`)
  }
  if (tallies.length !== ARTICLES.length) faults.push(`${tallies.length} articles were answered`)
  for (const { integrity_check: state } of readRows(file, 'pragma integrity_check')) {
    if (state !== 'ok') faults.push(`integrity check: ${state}`)
  }
  return faults
}

interface Tally {
  readonly article: string
  readonly views: number
  readonly responses: number
}

function voterOf(dataDir: string): (article: string, ballot: string) => string {
  const voter = createVoterOf(nodeMac, secretOf(dataDir))
  return (key, ballot) => voter({ site: SITE, key }, ballot)
}

/** A token of the admin API, under the name by which the audit log knows the moderator. */
async function tokenFor(dataDir: string): Promise<string> {
  const { code, said } = await operate(dataDir, ['token', 'add', 'kill-loop', '--json'])
  if (code !== 0) throw new Error(`no token was made: ${said}`)
  return (JSON.parse(said) as { token: string }).token
}

function sumOf(file: string, sql: string): number {
  return Number(Object.values(readRows(file, sql)[0] ?? {})[0])
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
