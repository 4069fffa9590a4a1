import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import packageManifest from '../../../package.json'
import type { ThreadedDatabase } from '../threaded-database.ts'
import { databaseFile } from './database-file.ts'
import type { Manifest } from './manifest.ts'
import type { RecoveryKey } from './recovery-key.ts'
import { CopyError } from './run-copyist.ts'
import { syncFolder } from './sync-folder.ts'
import { takeCopy } from './take-copy.ts'

export interface BackupOrder {
  readonly database: ThreadedDatabase
  readonly databaseUrl: string
  readonly secret: Uint8Array
  readonly recoveryKey: RecoveryKey
  /** Where the backup is to be. */
  readonly target: string
  readonly now: Date
  readonly signal: AbortSignal
  readonly progress: (line: string) => void
}

/** A backup that was made, verified and named. */
export interface MadeBackup extends Manifest {
  /** Length of the sealed file, in bytes. */
  readonly size: number
}

/**
 * Backs a running server up: its database as of one moment, verified in another process, and its
 * secret, sealed to the recovery phrase. The file has its name only once it was read back whole.
 * @throws CopyError, or the system's error
 */
export async function makeBackup(order: BackupOrder): Promise<MadeBackup> {
  const { database, databaseUrl, recoveryKey, target, signal, progress } = order
  const source = databaseFile(databaseUrl)
  if (!source) throw new CopyError('A database in memory has no file to back up.')
  const secret = Buffer.from(order.secret).toString('utf8')
  const time = order.now.toISOString()
  const release = packageManifest.version
  const file = `${target}.part`
  // Left behind by one that was cut short.
  await rm(file, { force: true })
  try {
    progress('copying')
    const onVerified = () => progress('verified; sealing')
    const seal = { file, recoveryKey, time, release }
    return await takeCopy(
      database,
      source,
      { secret, seal },
      { signal, onVerified },
      async (_, { found, size }) => {
        await rename(file, target)
        await syncFolder(dirname(target))
        return { time, release, ...found, size }
      },
    )
  } finally {
    await rm(file, { force: true })
  }
}
