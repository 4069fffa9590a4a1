import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.ts'
import { testsOf } from './mutation/tests-of.ts'

/*
 * `npm run mutation [-- FOLDER …]`: changes the code in thousands of small ways and asks whether a
 * test notices. Fails where fewer than 85 in 100 are noticed in a folder. All folders take hours.
 */

const DOMAIN = 'server/domain'

const FOLDERS = [
  'shared/',
  ...readdirSync(DOMAIN, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${DOMAIN}/${name}/`),
]

const STRYKER = join('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')
const CONFIG = 'tools/mutation/stryker.config.json'

/** A whole folder, or one file. */
function mutate(path: string): boolean {
  const tests = testsOf(path)
  if (tests.length === 0) throw new TypeError(`no test imports from ${path}`)
  const glob = path.endsWith('/') ? `${path}**/*.ts` : path
  console.log(`mutating ${glob}, ${tests.length} files of tests`)
  const { status } = spawnSync(process.execPath, [STRYKER, 'run', CONFIG, '--mutate', glob], {
    stdio: 'inherit',
    env: { ...process.env, MUTATION_TESTS: tests.join(' ') },
  })
  return status === 0
}

buildIfStale()
const asked = process.argv.slice(2)
const held = (asked.length > 0 ? asked : FOLDERS).map(mutate)
if (held.includes(false)) process.exitCode = 1
