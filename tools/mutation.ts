import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.ts'

/*
 * `npm run mutation [-- FOLDER …]`: changes the code in thousands of small ways and asks whether a
 * test notices. Fails where fewer than 85 in 100 are noticed in a folder. Takes the better part of
 * an hour.
 */

/** What is mutated, and the tests that have to notice. */
const FOLDERS = {
  'shared/': ['tests/shared/**/*.test.ts'],
  'server/domain/': ['tests/{shared,server}/**/*.test.ts'],
}

const STRYKER = join('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')
const CONFIG = 'tools/mutation/stryker.config.json'

/** A whole folder, or the files of it that a glob names. */
function mutate(asked: string): boolean {
  const [, tests] = Object.entries(FOLDERS).find(([folder]) => asked.startsWith(folder)) ?? []
  if (!tests) throw new TypeError(`${asked} is not in ${Object.keys(FOLDERS).join(' or ')}`)
  const glob = asked.endsWith('/') ? `${asked}**/*.ts` : asked
  console.log(`mutating ${glob}`)
  const { status } = spawnSync(process.execPath, [STRYKER, 'run', CONFIG, '--mutate', glob], {
    stdio: 'inherit',
    env: { ...process.env, MUTATION_TESTS: tests.join(' ') },
  })
  return status === 0
}

buildIfStale()
const asked = process.argv.slice(2)
const held = (asked.length > 0 ? asked : Object.keys(FOLDERS)).map(mutate)
if (held.includes(false)) process.exitCode = 1
