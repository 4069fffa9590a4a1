import { statSync } from 'node:fs'
import { join } from 'node:path'
import { localDay } from '../../../server/domain/local-day.ts'
import { periodOf } from '../../../server/domain/report/period.ts'
import { SAMPLE_SITE } from '../../../server/domain/sample/sample-offices.ts'
import { readRows } from '../../../tests/support/read-rows.ts'
import type { CleanUp } from '../clean-up.ts'
import { memoryOf } from '../process-usage.ts'
import { startProduct } from '../product-server.ts'
import { examplesOf } from './examples.ts'
import { measurePages, type PageTimes, weighPages } from './measure-pages.ts'
import type { Options } from './options.ts'
import { signOwnerIn } from './owner.ts'
import { pagesOf } from './pages.ts'
import { sampleFolder } from './sample-folder.ts'
import { startSlowReaders } from './slow-readers.ts'
import { startVotes, type VoteStream } from './vote-stream.ts'
import { votedOn } from './voted-on.ts'

/** How votes fared in a while. */
export interface VoteTimes {
  readonly while: string
  readonly count: number
  /** In milliseconds. */
  readonly p50: number
  readonly p99: number
}

export interface Outcome {
  readonly pages: readonly PageTimes[]
  readonly votes: readonly VoteTimes[]
  /** Of all votes, what went wrong and how often. */
  readonly failures: ReadonlyMap<string, number>
  /** The database before, in bytes, and the votes in it. */
  readonly size: number
  readonly total: number
  /** The most that the server ever held, in MiB; undefined where unknown. */
  readonly peak: number | undefined
}

/** Seconds of votes alone, and beside those who read slowly. */
const ALONE = 10
const SLOW = 15
const SLOW_READERS = 4

/** Starts the server on a sample and measures its pages while votes come in. */
export async function benchPages(options: Options, cleanUp: CleanUp): Promise<Outcome> {
  const folder = await sampleFolder(options, cleanUp)
  const file = join(folder, 'tanggapan.db')
  const size = statSync(file).size
  const total = totalOf(file)
  const keys = votedOn(file)
  const { port, pid } = await startProduct(folder, cleanUp)
  const browser = await signOwnerIn(folder, port)
  const all = await pagesOf(await examplesOf(browser, keys[0] ?? ''))
  const pages = all.filter(({ path }) => path.includes(options.only))
  console.error(`${pages.length} pages, what each costs`)
  const weighed = await weighPages(browser, pid, pages)
  const sized = { size, total }
  if (options.rounds === 0) {
    return { ...sized, pages: weighed, votes: [], failures: new Map(), peak: peakOf(pid) }
  }
  const stream = startVotes({ folder, port, keys, rate: options.rate })
  const votes: VoteTimes[] = []
  const over = (name: string) => votes.push(taken(stream, name))
  console.error('votes alone')
  await pause(ALONE)
  over('alone')
  console.error('pages while votes come in')
  const until = performance.now() + options.seconds * 1000
  const measured = await measurePages(browser, weighed, options.rounds, until)
  over('pages were asked')
  console.error('slow readers')
  const code = periodOf('year', localDay('Asia/Jakarta', Date.now())).code
  const csv = `/admin/sites/${SAMPLE_SITE}/report/report.csv?period=${code}`
  const stop = startSlowReaders(port, csv, browser.jar.cookie, SLOW_READERS)
  await pause(SLOW)
  stop()
  over(`${SLOW_READERS} took a file at 1 byte/s`)
  await stream.end()
  return { ...sized, pages: measured, votes, failures: stream.failures, peak: peakOf(pid) }
}

function peakOf(pid: number): number | undefined {
  const memory = memoryOf(pid)
  return memory && memory.peak / 1024 / 1024
}

function taken({ times }: VoteStream, name: string): VoteTimes {
  const seen = { count: times.count, p50: times.quantile(0.5), p99: times.quantile(0.99) }
  times.clear()
  return { while: name, ...seen }
}

function totalOf(file: string): number {
  const sql = 'select sum(sangat_puas + puas + cukup_puas + tidak_puas) as n from totals'
  return Number(readRows(file, sql)[0]?.['n'])
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000))
}
