import { runMaintenance } from '../domain/maintenance.ts'
import type { Store } from '../store/store.ts'
import { NODE_SCHEDULER } from './node-scheduler.ts'
import type { Chore } from './schedule.ts'
import { signingOf } from './signing.ts'

/** Milliseconds that maintenance leaves the database to the readers after each of its steps. */
const REST = 10

const rest = () => new Promise<void>((resolve) => NODE_SCHEDULER.after(REST, resolve))

/** Maintenance each hour, at a minute that no other work of the full hour has. */
export function maintenanceChore(store: Store, secret: Uint8Array): Chore {
  const ground = { store, ...signingOf(secret), rest, mostSteps: Number.MAX_SAFE_INTEGER }
  return {
    pattern: '7 * * * *',
    run: (stopping) => runMaintenance({ ...ground, stopping }, Date.now()),
  }
}
