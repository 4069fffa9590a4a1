import { relative } from 'node:path'
import { addCounts, type Count } from '../count.ts'
import type { Engine } from './engine.ts'
import type { TestedFile } from './session-report.ts'

/**
 * Counts each engine as a runner of its own, so that one that ran nothing is a failure. A
 * file that broke outside of its tests is one, too.
 */
export function countEngines(
  files: readonly TestedFile[],
  engines: readonly Engine[],
): ReadonlyMap<Engine, Count> {
  const counted = engines.map((engine): [Engine, Count] => {
    const own = files.filter((file) => file.engine === engine)
    return [engine, own.length === 0 ? nothingRan(engine) : addCounts(own.map(countFile))]
  })
  return new Map(counted)
}

function nothingRan(engine: Engine): Count {
  return { passed: 0, failed: 1, names: [`${engine}: ran nothing`] }
}

function countFile({ engine, file, cases, errors }: TestedFile): Count {
  const place = `${engine} ${relative('.', file)}`
  const failed = cases.filter(({ passed }) => !passed).map(({ name }) => `${place}: ${name}`)
  const broken = errors.map((message) => `${place}: ${message.split('\n')[0]}`)
  const empty = cases.length + errors.length === 0 ? [`${place}: no test in it`] : []
  const names = [...failed, ...broken, ...empty]
  return { passed: cases.length - failed.length, failed: names.length, names }
}
