import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const collect = (() => {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
})()

/** Bytes that this process still needs, after everything else was collected. */
export function heapUsed(): number {
  collect()
  return process.memoryUsage().heapUsed
}
