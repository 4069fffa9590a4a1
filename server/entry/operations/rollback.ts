import { access, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { copiesBefore } from '../backup/copy-before.ts'
import { databaseFile } from '../backup/database-file.ts'
import { putInPlace } from '../backup/put-in-place.ts'
import { CopyError, runCopyist } from '../backup/run-copyist.ts'
import { syncFolder } from '../backup/sync-folder.ts'
import { DatabaseOpenError, openThreadedDatabase } from '../threaded-database.ts'
import { type FileOperation, Refusal } from './operation.ts'

const THREAD = new URL('./database-thread.js', import.meta.url)

export const rollback: FileOperation = {
  usage: 'rollback',
  operands: [0, 0],
  options: {},

  async runOnFiles({ databaseUrl }, _typed, progress) {
    const file = databaseFile(databaseUrl)
    if (!file) throw new Refusal('A database in memory has nothing to return to.')
    const [latest] = await copiesBefore(file)
    if (!latest) throw new Refusal(`There is no copy from before a migration beside ${file}.`)
    progress('verifying')
    const { signal } = new AbortController()
    await runCopyist({ copy: latest.path }, { signal }).catch((reason: unknown) => {
      throw reason instanceof CopyError
        ? new Refusal(`Nothing was changed: ${latest.path} is damaged: ${reason.message}`)
        : reason
    })
    const aside = await changePlaces(databaseUrl, file, latest.path)
    const value = { database: file, returnedTo: latest.path, keptAs: aside }
    const text = `Returned to ${latest.path}, taken ${latest.taken.toISOString()}; votes since then are not in it.\nThe database as it was is kept as ${aside}. Start the release from before the migration.`
    return { text, value }
  },
}

/**
 * Puts a copy in the place of a database, which is kept under another name.
 * @returns that name
 */
async function changePlaces(url: string, file: string, copy: string): Promise<string> {
  const aside = `${file}.aside-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`
  const database = await openThreadedDatabase(url, THREAD).catch(orDamaged)
  // The log must never meet the copy: it is brought into the file that it belongs to.
  if (database) await database.hold()
  else await moveIfThere(`${file}-wal`, `${aside}-wal`)
  try {
    await putInPlace(file, aside)
    await rename(copy, file)
    await syncFolder(dirname(file))
  } finally {
    await database?.close()
  }
  return aside
}

/** Undefined for a file that is no database any more: it has no log worth anything either. */
function orDamaged(reason: unknown): undefined {
  if (reason instanceof DatabaseOpenError && /CORRUPT|NOTADB/.test(reason.code)) return undefined
  throw reason
}

async function moveIfThere(from: string, to: string): Promise<void> {
  const there = await access(from).then(
    () => true,
    () => false,
  )
  if (there) await rename(from, to)
}
