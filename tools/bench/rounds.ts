import { SPREADS } from './articles.ts'
import type { LoadResult } from './load.ts'
import type { Measurement, Subject } from './measurement.ts'
import type { Options } from './options.ts'

export interface Measuring {
  /** Drives the bare server with the subject's own requests. */
  readonly bare: (subject: Subject) => Promise<LoadResult>
  /** Drives the built server. */
  readonly subject: (subject: Subject) => Promise<LoadResult>
  readonly progress: (line: string) => void
}

/**
 * Measures every subject once a round, always between two measurements of the bare
 * server with the very same requests: whatever else the machine does meets both alike.
 */
export async function measureRounds(
  options: Options,
  measuring: Measuring,
): Promise<Measurement[]> {
  const measurements: Measurement[] = []
  for (let round = 1; round <= options.rounds; round++) {
    for (const connections of options.connections) {
      for (const subject of subjectsOf(options, connections)) {
        const before = await measuring.bare(subject)
        const result = await measuring.subject(subject)
        const after = await measuring.bare(subject)
        const measurement: Measurement = { subject, result, bare: [before, after] }
        measurements.push(measurement)
        measuring.progress(`round ${round}/${options.rounds}  ${lineOf(measurement)}`)
      }
    }
  }
  return measurements
}

function subjectsOf({ only }: Options, connections: number): Subject[] {
  return only.flatMap((kind) => SPREADS.map((spread) => ({ kind, spread, connections })))
}

function lineOf({ subject, result, bare }: Measurement): string {
  const { kind, spread, connections } = subject
  const [rate, before, after] = [result, ...bare].map(({ requestsPerSecond }) => {
    return `${Math.round(requestsPerSecond)}/s`
  })
  const failures = result.failed > 0 ? `, ${result.failed} failed: ${result.firstFailure}` : ''
  const name = `${connections} connections, ${kind}, ${spread}`
  return `${name}: ${rate}; bare ${before}, ${after}${failures}`
}
