import { parseArgs } from 'node:util'
import { type Config, ConfigError, readConfig } from '../config.ts'
import { checkSecret } from '../domain/secret-check.ts'
import { createSharedStore } from '../store/shared-store.ts'
import { nodeMac } from './node-mac.ts'
import { openData } from './open-data.ts'
import { askServer } from './operations/control-client.ts'
import { type Operation, type Outcome, Refusal, type Typed } from './operations/operation.ts'
import { FILE_OPERATIONS, OPERATIONS } from './operations/operations.ts'
import { requireDatabase } from './operations/require-database.ts'
import { readSecret } from './secret.ts'
import { startFailure } from './start-failure.ts'

/*
 * Commands for whoever runs a server: `npm run operate -- …`. The running server carries them
 * out itself, because it keeps the database to itself; where none runs, this program does.
 */

const ALL = { ...OPERATIONS, ...FILE_OPERATIONS }
const USAGE = `Usage:
${Object.values(ALL)
  .map(({ usage }) => `  npm run operate -- ${usage} [--json]`)
  .join('\n')}`

/** What was typed is none of the commands. */
class UsageError extends Error {
  override name = 'UsageError'
}

type Progress = (line: string) => void

async function run([name = '', ...args]: readonly string[]): Promise<void> {
  const operation = Object.hasOwn(ALL, name) ? ALL[name] : undefined
  if (!operation) throw new UsageError(USAGE)
  const { typed, json } = typedBy(args, operation)
  const config = readConfig(process.env)
  const prepared = operation.prepare ? await operation.prepare(typed) : typed
  // Progress is for somebody who watches.
  const progress: Progress = (line) => {
    if (process.stderr.isTTY) process.stderr.write(`${line} …\n`)
  }
  const outcome =
    'runOnFiles' in operation
      ? await operation.runOnFiles(config, prepared, progress)
      : ((await askServer(config.dataDir, name, prepared, progress)) ??
        (await runHere(operation, config, prepared, progress)))
  console.log(json ? JSON.stringify(outcome.value) : outcome.text)
  if (outcome.failed) process.exitCode = 1
}

function typedBy(
  args: readonly string[],
  { usage, operands: [least, most], options }: Pick<Operation, 'usage' | 'operands' | 'options'>,
): { typed: Typed; json: boolean } {
  try {
    const known = { ...options, json: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: known,
    })
    const { json, ...rest } = values
    if (positionals.length < least || positionals.length > most) throw new UsageError('')
    const typed = { operands: positionals, options: rest as Typed['options'] }
    return { typed, json: json === true }
  } catch (reason) {
    const fault = reason instanceof UsageError ? '' : `${(reason as Error).message}\n`
    throw new UsageError(`${fault}Usage: npm run operate -- ${usage} [--json]`)
  }
}

/** Carries an operation out on the database of a server that is stopped. */
async function runHere(
  operation: Operation,
  config: Config,
  typed: Typed,
  progress: Progress,
): Promise<Outcome> {
  await requireDatabase(config)
  const secret = await readSecret(config.secret, config.dataDir)
  const database = await openData(config, { say: progress })
  const stopping = new AbortController()
  const { signal } = stopping
  const stop = () => stopping.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const store = createSharedStore(database)
    await checkSecret(store, nodeMac, secret)
    const ground = { config, database, store, secret, clock: Date.now, signal }
    return await operation.run(ground, typed, progress)
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    await database.close()
  }
}

run(process.argv.slice(2)).catch((reason: unknown) => {
  const forPeople = reason instanceof UsageError || reason instanceof Refusal
  console.error(
    forPeople || reason instanceof ConfigError ? (reason as Error).message : startFailure(reason),
  )
  process.exitCode = reason instanceof UsageError ? 2 : 1
})
