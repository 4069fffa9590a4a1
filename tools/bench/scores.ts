import { createHistogram, type Histogram } from './histogram.ts'

/** What the connections of one measurement write down together. */
export interface Scores {
  readonly latencies: Histogram
  /** How often each request of the traffic was acknowledged. */
  readonly times: Uint32Array
  failed: number
  firstFailure: string | undefined
}

export function createScores(requests: number): Scores {
  return {
    latencies: createHistogram(),
    times: new Uint32Array(requests),
    failed: 0,
    firstFailure: undefined,
  }
}
