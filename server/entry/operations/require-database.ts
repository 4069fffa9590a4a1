import { access } from 'node:fs/promises'
import type { Config } from '../../config.ts'
import { databaseFile } from '../backup/database-file.ts'
import { Refusal } from './operation.ts'

/** @throws Refusal where there is no database: a command on one makes none */
export async function requireDatabase({ databaseUrl }: Pick<Config, 'databaseUrl'>): Promise<void> {
  const file = databaseFile(databaseUrl)
  const there =
    file !== undefined &&
    (await access(file).then(
      () => true,
      () => false,
    ))
  if (!there) throw new Refusal(`There is no database at ${databaseUrl}.`)
}
