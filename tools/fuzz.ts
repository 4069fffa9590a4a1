import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runFuzz } from '../tests/support/fuzz/run-fuzz.ts'
import { buildIfStale } from './build-if-stale.ts'

/*
 * `npm run fuzz -- --requests N [--seed S] [--from I]`: requests that nobody should send, to every
 * public address of a real server on this machine. A failing one is replayed alone with its seed,
 * `--from` its number and `--requests 1`.
 */

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    from: { type: 'string', default: '0' },
  },
})
const [requests, seed, from] = [values.requests, values.seed, values.from].map(Number)
if (!requests || ![requests, seed, from].every((n) => Number.isSafeInteger(n) && Number(n) >= 0)) {
  throw new TypeError('--requests, --seed and --from are whole numbers, --requests from 1 up')
}

buildIfStale()
console.log(`seed ${seed}`)
const dataDir = mkdtempSync(join(tmpdir(), 'tanggapan-fuzz-'))
const started = performance.now()
const { faults, answers, slowInCompany } = await runFuzz({
  ...{ dataDir, requests, seed: Number(seed), from: Number(from) },
  report: console.log,
})
const seconds = Math.round((performance.now() - started) / 1000)
const most = [...answers].sort(([, a], [, b]) => b - a)
console.log(most.map(([answer, times]) => `${answer}: ${times}`).join(', '))
console.log(`${requests} requests in ${seconds} s, ${slowInCompany} slow in company`)
console.log(`${faults.length} faults`)
for (const fault of faults) console.log(`  ${fault}`)
rmSync(dataDir, { recursive: true, force: true })
if (faults.length > 0) process.exitCode = 1
