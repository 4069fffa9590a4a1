import { createAcknowledged } from './acknowledged.ts'
import { type Counts, checkShown, checkStored } from './check-counts.ts'
import { startServer } from './child-server.ts'
import type { CleanUp } from './clean-up.ts'
import type { Kind } from './kind.ts'
import { load } from './load.ts'
import type { Measurement } from './measurement.ts'
import type { Options } from './options.ts'
import { cpuSeconds, type Memory, memoryOf } from './process-usage.ts'
import { makeDataFolder, startProduct } from './product-server.ts'
import { measureRounds } from './rounds.ts'
import { createTokenStock } from './token-stock.ts'
import { trafficFor } from './traffic-for.ts'
import { viewEveryArticle } from './view-every-article.ts'

export interface Outcome {
  readonly options: Options
  readonly measurements: readonly Measurement[]
  readonly counts: Counts
  /** The server's after the last round; undefined where unknown. */
  readonly memory: Memory | undefined
  readonly failed: number
  readonly firstFailure: string | undefined
  /** Of the whole run, in seconds. */
  readonly took: number
}

/** Starts both servers, measures, and checks the counts on disk. */
export async function runBench(options: Options, cleanUp: CleanUp): Promise<Outcome> {
  const began = performance.now()
  const folder = await makeDataFolder(cleanUp)
  const bare = await startServer('tools/bench/bare-server.mjs', cleanUp)
  const product = await startProduct(folder, cleanUp)

  progress('viewing every article once')
  const acknowledged = createAcknowledged()
  await viewEveryArticle(product.port, acknowledged)
  const { port } = product
  const measurements = await measureRounds(options, {
    bare: (subject) =>
      load({
        port: bare.port,
        connections: subject.connections,
        seconds: options.seconds / 2,
        traffic: {
          ...trafficFor(subject, port, acknowledged, () => undefined),
          acknowledge: nobody,
        },
        serverCpu: () => cpuSeconds(bare.pid),
      }),
    async subject(subject) {
      const asked = (kind: Kind) =>
        load({
          port,
          connections: subject.connections,
          seconds: options.seconds,
          traffic: trafficFor({ ...subject, kind }, port, acknowledged, (articles) =>
            createTokenStock(folder, port, articles),
          ),
          serverCpu: () => cpuSeconds(product.pid),
        })
      // Nobody votes without having read: an article takes no more votes than it had views.
      if (subject.kind === 'votes' && !options.only.includes('views')) await asked('views')
      return asked(subject.kind)
    },
    progress,
  })
  const memory = memoryOf(product.pid)

  progress('counting again')
  const shown = await checkShown(port, acknowledged)
  // Stopping writes the views held back.
  await product.stop()
  const stored = checkStored(folder, acknowledged)
  const wrong = [
    ...shown.map((line) => `before the restart: ${line}`),
    ...stored.wrong.map((line) => `on disk: ${line}`),
  ]
  const results = new Set(measurements.flatMap(({ result, bare }) => [result, ...bare]))
  const failures = [...results].filter(({ failed }) => failed > 0)
  return {
    options,
    measurements,
    counts: { ...stored, wrong },
    memory,
    failed: failures.reduce((sum, { failed }) => sum + failed, 0),
    firstFailure: failures[0]?.firstFailure,
    took: (performance.now() - began) / 1000,
  }
}

/** What the bare server answers changes no count. */
function nobody(): void {}

function progress(line: string): void {
  console.error(line)
}
