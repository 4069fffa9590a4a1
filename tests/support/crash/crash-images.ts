import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createVoterOf } from '../../../server/domain/voter.ts'
import { nodeMac } from '../../../server/entry/node-mac.ts'
import { operate } from '../operate-command.ts'
import { startServer } from '../running-server.ts'
import { pick, seeded } from '../seeded.ts'
import { startTraced } from '../traced-server.ts'
import { crashImage, FATES } from './crash-image.ts'
import { type DiskOperation, readRecording, recordingOptions } from './disk-operation.ts'
import { imageFaults } from './image-faults.ts'
import { type AnsweredTurn, voteAround } from './voters.ts'

export interface CrashOptions {
  /** Empty; holds everything. */
  readonly folder: string
  readonly images: number
  /** Readers who vote while it is recorded. */
  readonly readers: number
  /** Decides the votes, the cuts and what becomes of what was not synced. */
  readonly seed: number
}

export interface CrashOutcome {
  readonly faults: readonly string[]
  readonly operations: number
  readonly syncs: number
  readonly answered: number
}

const SITE = 'bojonegoro'
const VARIABLES = { PUBLIC_URL: 'http://localhost', LOG_LEVEL: 'error' }
const ARTICLES = Array.from({ length: 10 }, (_, i) => `localhost/crash/${i}`)
const LANES = 8
/** Most faults that are told. */
const ENOUGH = 20

/**
 * Records what a server asks of the disk while readers vote, a checkpoint and a regular end among
 * it, and looks at the database as power cuts anywhere in between may leave it.
 */
export async function runCrashImages(options: CrashOptions): Promise<CrashOutcome> {
  const { folder, images, seed } = options
  const random = seeded(seed)
  const dataDir = join(folder, 'data')
  const database = join(dataDir, 'tanggapan.db')
  mkdirSync(dataDir)
  await (await startServer(dataDir, VARIABLES)).end('SIGTERM')
  const before = new Map([[database, readFileSync(database)]])

  const { operations, answered } = await record(options, dataDir, database)
  const secret = Buffer.from(readFileSync(join(dataDir, 'secret'), 'utf8').trim())
  const voterOf = createVoterOf(nodeMac, secret)
  const voters = answered.map(({ article, ballot, turn, at }) => {
    return { voter: voterOf({ site: SITE, key: article }, ballot), turn, at }
  })

  const place = join(folder, 'image')
  mkdirSync(place)
  const faults: string[] = []
  for (let i = 0; i < images && faults.length < ENOUGH; i++) {
    const cut = 1 + Math.floor(random() * operations.length)
    const fate = pick(random, FATES)
    // The operation at the cut had begun when these were answered already.
    const until = operations[cut]?.at ?? Number.POSITIVE_INFINITY
    const least = new Map<string, number>()
    for (const { voter, turn, at } of voters) {
      if (at < until) least.set(voter, Math.max(turn, least.get(voter) ?? 0))
    }
    const image = crashImage(before, operations, cut, fate, random)
    const found = await imageFaults(image, database, least, place)
    faults.push(...found.map((fault) => `cut at ${cut}, unsynced ${fate}: ${fault}`))
  }
  rmSync(place, { recursive: true, force: true })
  const syncs = operations.filter(({ kind }) => kind === 'sync').length
  return { faults, operations: operations.length, syncs, answered: answered.length }
}

async function record({ folder, readers, seed }: CrashOptions, dataDir: string, database: string) {
  const log = join(folder, 'recording')
  const files = [database, `${database}-wal`, `${database}-journal`]
  const server = await startTraced(dataDir, folder, recordingOptions(files, log), VARIABLES)
  try {
    const random = seeded(seed)
    const half = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => `crash-${String(from + i).padStart(16, '0')}`)
    const vote = (ballots: readonly string[]) =>
      voteAround(server.origin, ARTICLES, ballots.values(), LANES, random)
    const middle = readers >> 1
    const first = await vote(half(0, middle))
    // Brings the log into the file and begins a new one, as a long log does by itself.
    const backup = await operate(dataDir, ['backup', join(folder, 'a.backup')])
    if (backup.code !== 0) throw new Error(backup.said)
    const answered: AnsweredTurn[] = [...first, ...(await vote(half(middle, readers)))]
    const code = await server.end('SIGTERM')
    if (code !== 0) throw new Error(`the server ended with ${code}: ${server.said()}`)
    const operations: DiskOperation[] = readRecording(readFileSync(log, 'latin1'))
    return { operations, answered }
  } finally {
    server.release()
  }
}
