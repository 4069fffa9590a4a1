import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { operate } from '../../../tests/support/operate-command.ts'
import { readRows } from '../../../tests/support/read-rows.ts'
import { SUMS_AMISS } from '../../../tests/support/sums-amiss.ts'
import { createAcknowledged } from '../acknowledged.ts'
import { ARTICLES } from '../articles.ts'
import type { CleanUp } from '../clean-up.ts'
import { openLane } from '../lane.ts'
import type { Options } from '../options.ts'
import { makeDataFolder, startProduct } from '../product-server.ts'
import { createScores, type Scores } from '../scores.ts'
import { createTokenStock } from '../token-stock.ts'
import { viewEveryArticle } from '../view-every-article.ts'
import { voteTraffic } from '../votes.ts'
import { fillVotes } from './fill-votes.ts'

/** What votes waited for their answers in one stretch of time. */
export interface Stretch {
  readonly name: 'before' | 'during' | 'after'
  readonly seconds: number
  readonly votesPerSecond: number
  /** In milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly longest: number
}

export interface BackupStall {
  /** Votes in the database when the backup began. */
  readonly votes: number
  readonly databaseBytes: number
  readonly connections: number
  readonly stretches: readonly Stretch[]
  /** Votes that were acknowledged in the run, and how many of them the backup holds. */
  readonly acknowledged: number
  readonly backedUp: number
  /** What the counts should be and are not. */
  readonly wrong: readonly string[]
  readonly failed: number
}

/** Seconds of voting before the backup and after it. */
const AROUND = 5

/** Backs a large database up while votes arrive as fast as they are answered, and restores it. */
export async function measureBackupStall(options: Options, cleanUp: CleanUp): Promise<BackupStall> {
  const folder = await makeDataFolder(cleanUp)
  const [dataDir, elsewhere] = [join(folder, 'data'), join(folder, 'elsewhere')]
  const database = join(dataDir, 'tanggapan.db')
  await mkdir(dataDir)
  const acknowledged = createAcknowledged()
  const first = await startProduct(dataDir, cleanUp)
  progress('viewing every article once')
  await viewEveryArticle(first.port, acknowledged)
  await first.stop()
  progress(`filling in ${options.votes} votes`)
  const filled = fillVotes(database, options.votes)

  const server = await startProduct(dataDir, cleanUp)
  // The demo's site is on the address of its first start for good.
  const tokens = createTokenStock(dataDir, first.port, ARTICLES)
  const traffic = voteTraffic(server.port, ARTICLES, acknowledged, tokens)
  const scores = createScores(traffic.requests.length)
  const connections = options.connections[0] ?? 1
  const opening = Array.from({ length: connections }, () => openLane(server.port, traffic, scores))
  const lanes = await Promise.all(opening)
  for (const lane of lanes) lane.start()

  progress('voting')
  const file = join(folder, 'bench.backup')
  let backup = ''
  const before = await stretch('before', scores, () => pause(AROUND * 1000))
  const sentBefore = sum(scores.times)
  progress('backing up')
  const during = await stretch('during', scores, async () => {
    backup = await operated(dataDir, ['backup', file, '--json'])
  })
  const sentUntil = sum(scores.times)
  const after = await stretch('after', scores, () => pause(AROUND * 1000))
  await Promise.all(lanes.map((lane) => lane.finish()))
  await server.stop()

  progress('restoring and counting again')
  const { phrase, rows, bytes } = JSON.parse(backup)
  const phraseFile = join(folder, 'phrase')
  await writeFile(phraseFile, phrase)
  await operated(elsewhere, ['restore', file, '--phrase-file', phraseFile])
  const backedUp = rows.votes - filled
  const sent = sum(scores.times)
  const wrong = wrongIn(database, filled + sent)
  // Those under way when the backup began may be in it or not.
  if (backedUp < sentBefore || backedUp > sentUntil) {
    wrong.push(`${backedUp} votes of this run are in the backup`)
  }
  return {
    votes: filled + sentBefore,
    databaseBytes: bytes,
    connections,
    stretches: [before, during, after],
    acknowledged: sent,
    backedUp,
    wrong,
    failed: scores.failed,
  }
}

/** Whatever their standing: many of one machine's votes are set aside, and none is lost. */
function wrongIn(database: string, votes: number): string[] {
  const stored = Number(readRows(database, 'select count(*) as votes from votes')[0]?.['votes'])
  const amiss = readRows(database, SUMS_AMISS).map((row) => `sums amiss: ${JSON.stringify(row)}`)
  return stored === votes ? amiss : [`${stored} votes are on disk, not ${votes}`, ...amiss]
}

async function stretch(
  name: Stretch['name'],
  { latencies }: Scores,
  run: () => Promise<unknown>,
): Promise<Stretch> {
  latencies.clear()
  const began = performance.now()
  await run()
  const seconds = (performance.now() - began) / 1000
  return {
    name,
    seconds,
    votesPerSecond: latencies.count / seconds,
    p50: latencies.quantile(0.5),
    p99: latencies.quantile(0.99),
    longest: latencies.longest,
  }
}

/** What a command said. @throws Error where it failed */
async function operated(dataDir: string, args: readonly string[]): Promise<string> {
  const { code, said } = await operate(dataDir, args)
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}: ${said}`)
  return said
}

function sum(times: Uint32Array): number {
  return times.reduce((total, n) => total + n, 0)
}

function progress(line: string): void {
  console.error(line)
}
