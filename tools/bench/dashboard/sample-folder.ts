import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SAMPLE_SITE } from '../../../server/domain/sample/sample-offices.ts'
import { maintain } from '../../../tests/support/maintained.ts'
import { readRows } from '../../../tests/support/read-rows.ts'
import { runScript } from '../../../tests/support/run-script.ts'
import type { CleanUp } from '../clean-up.ts'
import { makeDataFolder } from '../product-server.ts'
import type { Options } from './options.ts'

const HOUR = 3_600_000

/** A folder with a sample whose days are signed and whose public page is switched on. */
export async function sampleFolder(options: Options, cleanUp: CleanUp): Promise<string> {
  const folder = options.data ? resolve(options.data) : await makeDataFolder(cleanUp)
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'tanggapan.db')
  // Makes the database, or brings it up to date.
  await run('cli', folder, 'list')
  if (!hasSample(file)) {
    const size = ['--articles', String(options.articles), '--votes', String(options.votes)]
    await run('operate', folder, 'sample', ...size)
  }
  const site = `where key = '${SAMPLE_SITE}'`
  runScript(
    file,
    `update sites set settings = json_set(settings, '$.publicPage', json('true')) ${site}`,
  )
  const signed = readRows(file, `select 1 from chain where site = '${SAMPLE_SITE}' limit 1`)
  if (signed.length === 0) {
    console.error('signing its days')
    await maintain(folder, Date.now() - HOUR)
  }
  return folder
}

function hasSample(file: string): boolean {
  return readRows(file, `select 1 from sites where key = '${SAMPLE_SITE}'`).length > 0
}

/** Runs one of the built commands; its progress is seen. */
async function run(program: string, folder: string, ...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [`dist/node/${program}.js`, ...args], {
    env: { ...process.env, DATA_DIR: folder },
    stdio: ['ignore', 2, 2],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${program} ${args[0]} ended with ${code}`)
}
