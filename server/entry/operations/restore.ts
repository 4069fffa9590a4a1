import { mkdir, open, readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'
import type { Config } from '../../config.ts'
import { type OpenedBackup, openBackup } from '../backup/backup-file.ts'
import { NoBackupError } from '../backup/backup-header.ts'
import { keepRecoveryKey } from '../backup/backup-state.ts'
import { databaseFile } from '../backup/database-file.ts'
import { clearPassingFolders, inPassingFolder } from '../backup/passing-folder.ts'
import { putInPlace } from '../backup/put-in-place.ts'
import { PhraseError, phraseFrom } from '../backup/recovery-phrase.ts'
import { CopyError, runCopyist } from '../backup/run-copyist.ts'
import { SealBrokenError } from '../backup/sealed-chunks.ts'
import { syncFolder } from '../backup/sync-folder.ts'
import { writeFilePaced } from '../backup/written-file.ts'
import { type FileOperation, Refusal } from './operation.ts'

/** What may stand in a data folder that is restored into: what a restore cut short has left. */
const OWN_TRACES = ['secret', 'recovery.json']
const OWNER_ONLY = 0o600

export const restore: FileOperation = {
  usage: 'restore FILE [--phrase-file FILE]',
  operands: [1, 1],
  options: { 'phrase-file': { type: 'string' } },

  async prepare({ operands: [file = ''], options: { 'phrase-file': from } }) {
    const phrase = typeof from === 'string' ? await readFile(from, 'utf8') : await askForPhrase()
    return { operands: [resolve(file)], options: { phrase } }
  },

  async runOnFiles(config, { operands: [file = ''], options }, progress) {
    try {
      const target = await emptyPlace(config)
      progress('opening')
      const backup = await openBackup(file, phraseFrom(String(options['phrase'])))
      await requireSecret(config, backup.secret)
      await inPassingFolder(target, async (folder) => {
        const copy = join(folder, 'copy.db')
        await writeFilePaced(copy, backup.database)
        progress('verifying')
        const { signal } = new AbortController()
        await runCopyist({ copy, secret: backup.secret }, { signal })
        await putAll(config, backup, copy, target)
      })
      const { manifest } = backup
      const said = `Restored the backup of ${manifest.time} into ${config.dataDir}; every vote was counted anew.\nThe server can be started.`
      return { text: said, value: manifest }
    } catch (reason) {
      throw reason instanceof Error && EXPECTED.some((kind) => reason instanceof kind)
        ? new Refusal(`Nothing was restored: ${reason.message}`)
        : reason
    }
  },
}

const EXPECTED = [NoBackupError, PhraseError, SealBrokenError, CopyError]

/** Where the database goes. @throws Refusal where the data folder has something in it */
async function emptyPlace({ dataDir, databaseUrl }: Config): Promise<string> {
  const target = databaseFile(databaseUrl)
  if (!target) throw new Refusal('A database in memory has no file to restore.')
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await mkdir(dirname(target), { recursive: true })
  await clearPassingFolders(target)
  const there = (await readdir(dataDir)).filter((name) => !OWN_TRACES.includes(name))
  const beside = (await readdir(dirname(target))).filter((name) =>
    name.startsWith(basename(target)),
  )
  if (there.length + beside.length === 0) return target
  throw new Refusal(
    `${dataDir} is not empty, and nothing in it was changed. Move it away, or set DATA_DIR to an empty folder.`,
  )
}

/** @throws Refusal where the folder or SECRET has another secret than the backup */
async function requireSecret({ dataDir, secret }: Config, own: string): Promise<void> {
  const kept = await readFile(join(dataDir, 'secret'), 'utf8').catch(() => undefined)
  if (secret !== undefined && secret !== own) {
    throw new Refusal(
      'SECRET is set to another secret than the backup has. Unset it to take the backup’s.',
    )
  }
  if (kept !== undefined && kept.trim() !== own) {
    throw new Refusal(
      `${join(dataDir, 'secret')} is another secret than the backup has. Move it away first.`,
    )
  }
}

/** The database comes last: there is never one whose secret is missing. */
async function putAll(
  { dataDir, secret }: Config,
  backup: OpenedBackup,
  copy: string,
  target: string,
): Promise<void> {
  if (secret === undefined) {
    const draft = join(dirname(copy), 'secret')
    const file = await open(draft, 'wx', OWNER_ONLY)
    await file.writeFile(`${backup.secret}\n`)
    await file.sync()
    await file.close()
    // One that is there already is the same, as was looked at before.
    await putInPlace(draft, join(dataDir, 'secret')).catch(unlessThere)
  }
  await keepRecoveryKey(dataDir, backup.recoveryKey)
  await syncFolder(dataDir)
  await putInPlace(copy, target)
  await syncFolder(dirname(target))
}

function unlessThere(reason: NodeJS.ErrnoException): void {
  if (reason.code !== 'EEXIST') throw reason
}

async function askForPhrase(): Promise<string> {
  if (!process.stdin.isTTY) return text(process.stdin)
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await lines.question('Recovery phrase: ')
  } finally {
    lines.close()
  }
}
