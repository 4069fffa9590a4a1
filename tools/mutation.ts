import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.ts'
import { type MutationScore, mutationScore, percentOf } from './mutation/mutation-score.ts'
import { testsOf } from './mutation/tests-of.ts'

/*
 * `npm run mutation [-- [--quick] PLACE …]`: changes the code in thousands of small ways and asks whether a
 * test notices. Fails where fewer than 85 in 100 are noticed. All places take hours; a place whose
 * run came to its end is not asked again until its code or its tests change, so that a run that
 * was broken off goes on. Remove dist/mutation to ask everything anew. `--quick` leaves out what
 * is settled when a file is read, such as a limit: each of those takes every test of its place.
 */

const DOMAIN = 'server/domain'
const KEPT = join('dist', 'mutation')
const LEAST = 85

const PLACES = [
  'shared/',
  `${DOMAIN}/*.ts`,
  ...readdirSync(DOMAIN, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${DOMAIN}/${name}/`),
]

const STRYKER = join('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')
const CONFIG = 'tools/mutation/stryker.config.json'

const fileOf = (place: string) => join(KEPT, `${place.replace(/[^a-z]+/g, '-')}.json`)

/** A whole folder, the files of one that lie in no folder below, or one file. */
function mutate(place: string): boolean {
  const tests = testsOf(place)
  if (tests.length === 0) throw new TypeError(`no test imports from ${place}`)
  const glob = place.endsWith('/') ? `${place}**/*.ts` : place
  console.log(`mutating ${glob}, ${tests.length} files of tests`)
  const kept = ['--incremental', '--incrementalFile', fileOf(place)]
  if (quick) kept.push('--ignoreStatic')
  const { status } = spawnSync(
    process.execPath,
    [STRYKER, 'run', CONFIG, '--mutate', glob, ...kept],
    {
      stdio: 'inherit',
      env: { ...process.env, MUTATION_TESTS: tests.join(' ') },
    },
  )
  return status === 0
}

function line(place: string, score: MutationScore | null): string {
  if (score === null || score.noticed + score.unnoticed === 0) return `${place.padEnd(30)} not yet`
  const { noticed, unnoticed } = score
  const share = `${percentOf(score).toFixed(2)} %`
  return `${place.padEnd(30)} ${share.padStart(9)}  ${noticed} of ${noticed + unnoticed}`
}

buildIfStale()
mkdirSync(KEPT, { recursive: true })
const words = process.argv.slice(2)
const quick = words.includes('--quick')
const asked = words.filter((word) => word !== '--quick')
const places = asked.length > 0 ? asked : PLACES
const ended = places.map(mutate)
const scores = places.map((place) => mutationScore(fileOf(place)))
const total = scores.reduce<MutationScore>(
  (sum, score) => ({
    noticed: sum.noticed + (score?.noticed ?? 0),
    unnoticed: sum.unnoticed + (score?.unnoticed ?? 0),
  }),
  { noticed: 0, unnoticed: 0 },
)
for (const [i, place] of places.entries()) console.log(line(place, scores[i] ?? null))
console.log(line('all of these', total))
if (ended.includes(false) || percentOf(total) < LEAST) process.exitCode = 1
