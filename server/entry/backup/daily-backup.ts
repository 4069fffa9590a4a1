import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ThreadedDatabase } from '../threaded-database.ts'
import { keepBackupState, readBackupState, readRecoveryKey } from './backup-state.ts'
import { removeCopiesBefore } from './copy-before.ts'
import { databaseFile } from './database-file.ts'
import { makeBackup } from './make-backup.ts'

/** How long a backup is kept, in days: what is in it has a life of its own. */
const KEPT_DAYS = 35
const DAY = 24 * 60 * 60 * 1000
/** How soon one that failed is tried again, in milliseconds. */
const AGAIN_AFTER = 60 * 60 * 1000
/** `tanggapan-20261124T190000Z.backup`; other files in the folder are left alone. */
const NAME = /^tanggapan-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.backup$/

export interface DailyGround {
  readonly database: ThreadedDatabase
  readonly databaseUrl: string
  readonly dataDir: string
  /** Undefined: no backups, only the copies from before migrations have an end. */
  readonly backupDir: string | undefined
  readonly secret: Uint8Array
  readonly signal: AbortSignal
}

/** Nobody has a recovery phrase yet, so there is nothing to seal to. */
class NoPhraseError extends Error {
  override name = 'NoPhraseError'
}

/**
 * Does what is due: one backup for each day (UTC), and an end for what is older than 35 days.
 * A backup that fails is remembered and due again an hour later.
 * @returns the file that was made, if any; none when it was told to stop
 * @throws Error with why none was made
 */
export async function backUpDaily(ground: DailyGround, now: Date): Promise<string | undefined> {
  const { databaseUrl, dataDir, backupDir } = ground
  const oldest = new Date(now.getTime() - KEPT_DAYS * DAY)
  const file = databaseFile(databaseUrl)
  if (file) await removeCopiesBefore(file, oldest)
  if (backupDir === undefined) return undefined
  const { failure } = await readBackupState(dataDir)
  if (failure && now.getTime() - Date.parse(failure.time) < AGAIN_AFTER) return undefined
  try {
    await mkdir(backupDir, { recursive: true })
    const known = await readBackups(backupDir)
    const today = now.toISOString().slice(0, 10)
    const due = known.every(({ taken }) => taken.toISOString().slice(0, 10) !== today)
    const made = due ? await backUpNow(ground, backupDir, now) : undefined
    for (const { path, taken } of known) {
      if (taken < oldest) await rm(path)
    }
    return made
  } catch (reason) {
    if (ground.signal.aborted) return undefined
    const message = reason instanceof Error ? reason.message : String(reason)
    await keepBackupState(dataDir, { failure: { time: now.toISOString(), message } })
    throw reason
  }
}

async function backUpNow(ground: DailyGround, backupDir: string, now: Date): Promise<string> {
  const recoveryKey = await readRecoveryKey(ground.dataDir)
  if (!recoveryKey) {
    throw new NoPhraseError(
      'There is no daily backup before there is a recovery phrase. Make one backup by hand, which prints it: npm run operate -- backup FILE',
    )
  }
  const time = now.toISOString()
  const target = join(backupDir, `tanggapan-${time.replace(/[-:]|\.\d+/g, '')}.backup`)
  const { size } = await makeBackup({
    ...ground,
    recoveryKey,
    target,
    now,
    progress: () => undefined,
  })
  await keepBackupState(ground.dataDir, { good: { time, file: target, size } })
  return target
}

async function readBackups(folder: string) {
  return (await readdir(folder)).flatMap((name) => {
    const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? []
    if (year === undefined) return []
    const taken = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
    return [{ path: join(folder, name), taken }]
  })
}
