import { type Lane, openLane } from './lane.ts'
import { createScores } from './scores.ts'
import type { Traffic } from './traffic.ts'

/*
 * The load generator. It runs on the cores of the server it measures, so it does as
 * little as can be done: ready-made bytes out, the end of the response looked for, a
 * class counted up.
 */

export interface Load {
  readonly port: number
  readonly connections: number
  readonly traffic: Traffic
  /** Measured seconds; a warm-up goes before. */
  readonly seconds: number
  /** The server's processor time so far, in seconds. */
  readonly serverCpu: () => number | undefined
}

/** What was seen in the measured seconds; failures around them are included. */
export interface LoadResult {
  readonly requestsPerSecond: number
  /** In milliseconds. */
  readonly p50: number
  readonly p99: number
  /** Processor time per request, in microseconds. */
  readonly serverCpu: number | undefined
  readonly ownCpu: number
  readonly failed: number
  readonly firstFailure: string | undefined
}

const WARM_UP = 0.3

/** Sends requests over all connections, each the next one when its response is complete. */
export async function load(asked: Load): Promise<LoadResult> {
  const { port, connections, traffic, seconds, serverCpu } = asked
  const scores = createScores(traffic.requests.length)
  const opening: Promise<Lane>[] = []
  for (let i = 0; i < connections; i++) opening.push(openLane(port, traffic, scores))
  const lanes = await Promise.all(opening)

  for (const lane of lanes) lane.start()
  await pause(WARM_UP)
  scores.latencies.clear()
  const before = { own: process.cpuUsage(), server: serverCpu(), time: performance.now() }
  await pause(seconds)
  const { count } = scores.latencies
  const lasted = (performance.now() - before.time) / 1000
  const server = serverCpu()
  const own = process.cpuUsage(before.own)
  const [p50, p99] = [scores.latencies.quantile(0.5), scores.latencies.quantile(0.99)]

  await Promise.all(lanes.map((lane) => lane.finish()))
  traffic.acknowledge(scores.times)
  const spent = server === undefined ? undefined : server - (before.server ?? 0)
  return {
    requestsPerSecond: count / lasted,
    p50,
    p99,
    serverCpu: spent === undefined ? undefined : (spent * 1e6) / count,
    ownCpu: (own.user + own.system) / count,
    failed: scores.failed,
    firstFailure: scores.firstFailure,
  }
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000))
}
