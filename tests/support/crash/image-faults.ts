import { rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createClient } from '@libsql/client'
import { SUMS_AMISS } from '../sums-amiss.ts'
import type { Files } from './crash-image.ts'

const TURNS = 'select hex(voter) as voter, turn from votes'
/**
 * Opens a database as a power cut left it, and says what is wrong with it.
 * @param database path of the database file among the files
 * @param least by voter, the turn that was answered before the cut
 * @param folder to put the files into; they are removed again
 */
export async function imageFaults(
  files: Files,
  database: string,
  least: ReadonlyMap<string, number>,
  folder: string,
): Promise<readonly string[]> {
  for (const [path, bytes] of files) writeFileSync(join(folder, basename(path)), bytes)
  const client = createClient({ url: `file:${join(folder, basename(database))}`, concurrency: 1 })
  try {
    const rows = async (sql: string) => (await client.execute(sql)).rows
    const faults: string[] = []
    for (const { integrity_check: state } of await rows('pragma integrity_check')) {
      if (state !== 'ok') faults.push(`integrity check: ${state}`)
    }
    for (const row of await rows(SUMS_AMISS)) faults.push(`sums amiss: ${JSON.stringify(row)}`)
    const stored = new Map<string, number>()
    for (const { voter, turn } of await rows(TURNS)) stored.set(String(voter), Number(turn))
    for (const [voter, turn] of least) {
      const kept = stored.get(voter.toUpperCase()) ?? 0
      if (kept < turn) faults.push(`${voter}: turn ${turn} was answered, ${kept} is stored`)
    }
    return faults
  } catch (reason) {
    return [`it cannot be read: ${(reason as Error).message}`]
  } finally {
    client.close()
    for (const path of files.keys()) rmSync(join(folder, basename(path)), { force: true })
    rmSync(join(folder, `${basename(database)}-wal`), { force: true })
    rmSync(join(folder, `${basename(database)}-shm`), { force: true })
  }
}
