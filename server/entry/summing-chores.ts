import { refreshSums } from '../domain/report/refresh-sums.ts'
import type { Store } from '../store/store.ts'
import { NODE_SCHEDULER } from './node-scheduler.ts'
import type { Chore } from './schedule.ts'
import { summingGround } from './summing-ground.ts'

/** Milliseconds that the summing leaves the database to the readers after each of its steps. */
const REST = 10

const rest = () => new Promise<void>((resolve) => NODE_SCHEDULER.after(REST, resolve))

/** Keeps the sums that reports are read from: each minute, and hourly with a look at what came late. */
export function summingChores(store: Store): readonly Chore[] {
  const at = (pattern: string, recheck: boolean): Chore => ({
    pattern,
    run: (stopping) => refreshSums(summingGround(store, rest, stopping), Date.now(), recheck),
  })
  return [at('* * * * *', false), at('13 * * * *', true)]
}
