import { parseArgs } from 'node:util'
import { buildIfStale } from './build-if-stale.ts'
import { runVitest } from './run-vitest.ts'

/*
 * `npm run model -- --runs N [--seed S] [--path P --replay R]`: the model of voting beside a real
 * server. A failure names its seed, which replays it; its path and replayPath lead there at once.
 */

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    length: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    path: { type: 'string' },
    replay: { type: 'string' },
  },
})
const [runs = 0, length = 0, seed = 0] = [values.runs, values.length, values.seed].map(Number)
if (!(runs >= 1 && length >= 1) || ![runs, length, seed].every(Number.isSafeInteger)) {
  throw new TypeError('--runs, --length and --seed are whole numbers, the first two from 1 up')
}
/** Longest time for one course, in milliseconds. */
const PATIENCE = 60_000

buildIfStale()
console.log(`seed ${seed}`)
const { path, replay, ...numbers } = values
for (const [name, value] of Object.entries({ ...numbers, seed, path, replay, shrink: 1 })) {
  if (value !== undefined) process.env[`MODEL_${name.toUpperCase()}`] = String(value)
}
const test = ['--project', 'system', 'tests/system/model.test.ts']
const { failed } = runVitest([...test, `--testTimeout=${runs * PATIENCE}`])
if (failed > 0) process.exitCode = 1
