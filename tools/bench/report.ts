import { cpus } from 'node:os'
import type { Outcome } from './run-bench.ts'
import { type SummaryLine, summarise } from './summary.ts'
import { table } from './table.ts'
import { LISTED } from './tallies.ts'

const MEBIBYTE = 1024 * 1024
/** How many wrong articles are named. */
const NAMED = 10

export function printText(outcome: Outcome): void {
  const { options, counts, memory, failed, firstFailure, took } = outcome
  const rounds = `rounds: ${options.rounds} of ${options.seconds} s`
  console.log(`Node ${process.version} on ${processors()}, ${rounds}: median (least–most)\n`)
  console.log(table(summarise(outcome.measurements)))
  console.log(`\nhot: one article, one listing; tallies: ${LISTED} articles a request`)
  console.log(
    'CPU: all threads of the server; × bare: beside a bare server given the same requests',
  )
  console.log(countsText(counts))
  if (failed > 0) console.log(`${failed} requests failed, the first with: ${firstFailure}`)
  if (memory) {
    const [resident, peak] = [memory.resident, memory.peak].map((n) => Math.round(n / MEBIBYTE))
    console.log(`memory of the server after the run: ${resident} MiB, at most ${peak} MiB`)
  }
  console.log(`took ${Math.round(took)} s`)
}

function countsText({ views, votes, wrong }: Outcome['counts']): string {
  if (wrong.length === 0) {
    return `counts exact: ${views} views and ${votes} votes on disk, as acknowledged`
  }
  const more = wrong.length > NAMED ? [`and ${wrong.length - NAMED} more`] : []
  return ['COUNTS DIFFER', ...wrong.slice(0, NAMED), ...more].join('\n  ')
}

export function printJson(outcome: Outcome): void {
  const { options, counts, memory, failed, firstFailure, took } = outcome
  const lines: SummaryLine[] = summarise(outcome.measurements)
  const { seconds, rounds } = options
  const machine = { node: process.version, processors: processors() }
  const report = { ...machine, seconds, rounds, lines, counts, memory, failed, firstFailure, took }
  console.log(JSON.stringify(report, null, 2))
}

function processors(): string {
  const all = cpus()
  return `${all.length} × ${all[0]?.model ?? 'unknown processor'}`
}
