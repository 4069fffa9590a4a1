import { createHash } from 'node:crypto'
import { setImmediate as pause } from 'node:timers/promises'
import type { Hono } from 'hono'
import { WIDGET_PATH } from '../../shared/paths.ts'
import { openAccounts } from '../accounts/open-accounts.ts'
import type { DashboardStart } from '../app.ts'
import { dashboardRoutes } from '../dashboard/dashboard.ts'
import type { PublicAddress } from '../domain/public-address.ts'
import { createThrottle } from '../guards/throttle.ts'
import type { Database } from '../store/database.ts'
import type { BackupState } from './backup/backup-state.ts'
import { createNodePasswordHash } from './node-password-hash.ts'
import { NODE_SCHEDULER } from './node-scheduler.ts'
import { readSheets } from './read-sheets.ts'
import { READER_FILES } from './reader-files.ts'

/** The dashboard with its accounts; read in at the first request for it. */
export function openDashboard(
  database: Database,
  publicAddress: PublicAddress,
  start: DashboardStart,
  readBackup: () => Promise<BackupState>,
  sendsMail: boolean,
  stopping: AbortSignal,
): Hono {
  const { rules } = start
  const { mac, random, clock, secret } = rules
  const passwordHash = createNodePasswordHash()
  const throttle = (most: number) => createThrottle(mac, random, clock, most)
  return dashboardRoutes({
    ...start,
    publicAddress,
    readBackup,
    ...{ sendsMail, readSheets, pause: () => pause() },
    live: { after: NODE_SCHEDULER.after, stopping },
    script: { version: READER_FILES.version, integrity: integrityOf(WIDGET_PATH) },
    accounts: openAccounts({ database, mac, secret, passwordHash }, clock),
    hashPassword: passwordHash.hash,
    // Many may sit behind one address; one account is guessed at by nobody else.
    throttles: { address: throttle(50), email: throttle(30), pair: throttle(10) },
  })
}

/** What a browser holds a script against before it runs it. */
function integrityOf(path: string): string {
  const body = READER_FILES.files.find((file) => file.path === path)?.body ?? ''
  return `sha384-${createHash('sha384').update(body).digest('base64')}`
}
