import { access, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { keepBackupState, keepRecoveryKey, readRecoveryKey } from '../backup/backup-state.ts'
import { type MadeBackup, makeBackup } from '../backup/make-backup.ts'
import {
  privateKeyOf,
  publicHalf,
  type RecoveryKey,
  recoveryKeyOf,
} from '../backup/recovery-key.ts'
import { newPhrase, PhraseError, phraseFrom } from '../backup/recovery-phrase.ts'
import { CopyError } from '../backup/run-copyist.ts'
import { type Operation, Refusal } from './operation.ts'

/** A recovery key, and its phrase where nobody has it yet. */
interface Key {
  readonly key: RecoveryKey
  readonly phrase?: string
  /** True: the data folder does not have it yet. */
  readonly fresh: boolean
}

const PHRASE_NOTE = `Recovery phrase, shown this once. Keep it on paper, away from this machine:
without it nobody can open this backup or a later one.`

export const backup: Operation = {
  usage: 'backup FILE [--phrase-file FILE] [--new-phrase]',
  operands: [1, 1],
  options: { 'phrase-file': { type: 'string' }, 'new-phrase': { type: 'boolean' } },

  async prepare({ operands: [file = ''], options: { 'phrase-file': from, ...options } }) {
    const typed = typeof from === 'string' ? await readFile(from, 'utf8') : undefined
    const phrase = typed === undefined ? {} : { phrase: orRefusal(() => phraseFrom(typed)) }
    return { operands: [resolve(file)], options: { ...options, ...phrase } }
  },

  async run(ground, { operands: [target = ''], options }, progress) {
    const { config, database, secret, clock, signal } = ground
    const { dataDir, databaseUrl } = config
    if (
      await access(target).then(
        () => true,
        () => false,
      )
    ) {
      throw new Refusal(`${target} exists already; nothing was written.`)
    }
    const known = await readRecoveryKey(dataDir)
    const { key, phrase, fresh } = await keyFor(known, options)
    const now = new Date(clock())
    try {
      const order = {
        database,
        databaseUrl,
        secret,
        recoveryKey: key,
        target,
        now,
        signal,
        progress,
      }
      const made = await makeBackup(order)
      // Not before the backup is good: a key whose phrase was never shown would lock out everybody.
      if (fresh) await keepRecoveryKey(dataDir, key)
      const { time, size } = made
      await keepBackupState(dataDir, { good: { time, file: target, size } })
      const value = { file: target, ...made, ...(phrase && { phrase }) }
      return { text: textOf(target, made, phrase), value }
    } catch (reason) {
      const expected = reason instanceof CopyError || (reason as NodeJS.ErrnoException).syscall
      if (!(reason instanceof Error && expected)) throw reason
      await keepBackupState(dataDir, {
        failure: { time: now.toISOString(), message: reason.message },
      })
      throw new Refusal(`No backup was made: ${reason.message}`)
    }
  },
}

function textOf(target: string, { size, rows, unlikeSigned }: MadeBackup, phrase?: string): string {
  const counts = Object.entries(rows).map(([table, count]) => `${table} ${count}`)
  const lines = [`Backed up to ${target}: ${size} bytes, restored and counted once.`]
  lines.push(`Rows: ${counts.join(', ')}.`)
  if (unlikeSigned > 0) {
    lines.push(
      `${unlikeSigned} sealed days are not as signed: npm run operate -- recount names them.`,
    )
  }
  if (phrase) lines.push('', PHRASE_NOTE, '', `  ${phrase}`)
  return lines.join('\n')
}

/** The key to seal to: the one kept, that of a phrase handed in, or that of a new phrase. */
async function keyFor(
  known: RecoveryKey | undefined,
  { phrase, 'new-phrase': renew }: Readonly<Record<string, string | boolean | undefined>>,
): Promise<Key> {
  if (known && !renew) {
    const same =
      typeof phrase !== 'string' ||
      publicHalf(await privateKeyOf(phrase, known.salt)) === known.recipient
    if (same) return { key: known, fresh: false }
    throw new Refusal(
      'The backups here go by another recovery phrase. Take --new-phrase as well to go by this one from now on; older backups keep theirs.',
    )
  }
  if (typeof phrase === 'string') return { key: await recoveryKeyOf(phrase), fresh: true }
  const made = newPhrase()
  return { key: await recoveryKeyOf(made), phrase: made, fresh: true }
}

function orRefusal<T>(read: () => T): T {
  try {
    return read()
  } catch (reason) {
    throw reason instanceof PhraseError ? new Refusal(reason.message) : reason
  }
}
