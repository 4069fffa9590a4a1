import { join } from 'node:path'
import { keepJson, readKept } from './kept-json.ts'
import type { RecoveryKey } from './recovery-key.ts'

/** The public half of the recovery phrase, beside the database. */
const KEY = 'recovery.json'
const STATE = 'last-backup.json'

/** What is known of the backups of a data folder. */
export interface BackupState {
  /** The last one that was verified. */
  readonly good?: { readonly time: string; readonly file: string; readonly size: number }
  /** The last attempt, where it failed. */
  readonly failure?: { readonly time: string; readonly message: string }
}

export const readRecoveryKey = (dataDir: string) => readKept<RecoveryKey>(join(dataDir, KEY))

export const keepRecoveryKey = (dataDir: string, { salt, recipient }: RecoveryKey) =>
  keepJson(join(dataDir, KEY), { salt, recipient })

export async function readBackupState(dataDir: string): Promise<BackupState> {
  return (await readKept<BackupState>(join(dataDir, STATE))) ?? {}
}

/** Remembers a good backup, which ends a failure, or a failure beside the last good one. */
export async function keepBackupState(dataDir: string, news: BackupState): Promise<void> {
  const { good } = await readBackupState(dataDir)
  await keepJson(join(dataDir, STATE), news.good ? news : { good, ...news })
}
