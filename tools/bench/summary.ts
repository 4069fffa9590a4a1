import type { LoadResult } from './load.ts'
import type { Measurement, Subject } from './measurement.ts'
import { type Range, rangeOf } from './range.ts'

/** One line of the table: a subject, or the bare server with the same requests. */
export interface SummaryLine {
  readonly kind: Subject['kind']
  readonly spread: Subject['spread']
  readonly bare: boolean
  readonly connections: number
  readonly requestsPerSecond: Range
  /** Requests per second as a share of the bare server's right before and after. */
  readonly ratio: Range | null
  /** In milliseconds. */
  readonly p50: Range
  readonly p99: Range
  /** The server's processor time per request, in microseconds; null where unknown. */
  readonly cpu: Range | null
  /** The same as a multiple of the bare server's. */
  readonly cpuRatio: Range | null
  /** The load generator's own processor time per request, in microseconds. */
  readonly generatorCpu: Range
}

/** Medians and spread over the rounds; the bare server goes before what it is compared with. */
export function summarise(measurements: readonly Measurement[]): SummaryLine[] {
  return groups(measurements, ({ subject }) => subject.connections).flatMap((same) =>
    groups(same, ({ subject }) => `${subject.kind} ${subject.spread}`).flatMap(linesOf),
  )
}

function linesOf(rounds: readonly Measurement[]): [bare: SummaryLine, subject: SummaryLine] {
  const { subject } = rounds[0] as Measurement
  const ratios = (figure: (result: LoadResult) => number | undefined) =>
    rangeOf(rounds.map(({ result, bare }) => ratio(figure(result), bare.map(figure))))
  return [
    {
      ...subject,
      bare: true,
      ...figuresOf(rounds.flatMap(({ bare }) => bare)),
      ratio: null,
      cpuRatio: null,
    },
    {
      ...subject,
      bare: false,
      ...figuresOf(rounds.map(({ result }) => result)),
      ratio: ratios(({ requestsPerSecond }) => requestsPerSecond),
      cpuRatio: ratios(({ serverCpu }) => serverCpu),
    },
  ]
}

function figuresOf(results: readonly LoadResult[]) {
  const range = (figure: (result: LoadResult) => number) => rangeOf(results.map(figure)) as Range
  return {
    requestsPerSecond: range(({ requestsPerSecond }) => requestsPerSecond),
    p50: range(({ p50 }) => p50),
    p99: range(({ p99 }) => p99),
    cpu: rangeOf(results.map(({ serverCpu }) => serverCpu)),
    generatorCpu: range(({ ownCpu }) => ownCpu),
  }
}

/** A figure as a multiple of the mean of the neighbours. */
function ratio(figure: number | undefined, neighbours: readonly (number | undefined)[]) {
  let sum = 0
  for (const neighbour of neighbours) sum += neighbour ?? Number.NaN
  return figure === undefined ? undefined : figure / (sum / neighbours.length)
}

function groups<T>(entries: readonly T[], nameOf: (entry: T) => unknown): T[][] {
  const found = new Map<unknown, T[]>()
  for (const entry of entries) {
    const group = found.get(nameOf(entry))
    if (group) group.push(entry)
    else found.set(nameOf(entry), [entry])
  }
  return [...found.values()]
}
