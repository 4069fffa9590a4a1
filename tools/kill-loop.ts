import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runKillLoop } from '../tests/support/kill-loop.ts'
import { buildIfStale } from './build-if-stale.ts'

/* `npm run kill-loop -- --rounds N [--seed S]`: kills the server under load, N times. */

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const [rounds, seed] = [Number(values.rounds), Number(values.seed)]
if (!Number.isSafeInteger(rounds) || rounds < 1 || !Number.isSafeInteger(seed)) {
  throw new TypeError('--rounds and --seed are whole numbers, --rounds from 1 up')
}

buildIfStale()
console.log(`seed ${seed}`)
const dataDir = mkdtempSync(join(tmpdir(), 'tanggapan-kill-'))
const { faults, turns, answered, uncounted, sealed, moderated } = await runKillLoop({
  dataDir,
  rounds,
  seed,
  report: console.log,
})
console.log(`${turns} turns sent, ${answered} answered, ${uncounted} not counted at the end`)
console.log(`${sealed} votes sealed`)
console.log(`${moderated} changes of standing answered, ${faults.length} faults`)
for (const fault of faults.slice(0, 50)) console.log(`  ${fault}`)
if (faults.length > 0) {
  console.log(`The data is in ${dataDir}`)
  process.exitCode = 1
} else rmSync(dataDir, { recursive: true, force: true })
