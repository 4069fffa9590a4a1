import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runCrashImages } from '../tests/support/crash/crash-images.ts'
import { buildIfStale } from './build-if-stale.ts'

/* `npm run crash-images -- --images N [--readers N] [--seed S]`: power cuts while readers vote. */

const { values } = parseArgs({
  options: {
    images: { type: 'string', default: '2000' },
    readers: { type: 'string', default: '600' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const [images, readers, seed] = [values.images, values.readers, values.seed].map(Number)
const whole = [images, readers, seed].every((n) => Number.isSafeInteger(n) && Number(n) >= 0)
if (!whole) throw new TypeError('--images, --readers and --seed are whole numbers')

buildIfStale()
console.log(`seed ${seed}`)
const folder = mkdtempSync(join(tmpdir(), 'tanggapan-crash-'))
const outcome = await runCrashImages({
  folder,
  images: Number(images),
  readers: Number(readers),
  seed: Number(seed),
})
const { operations, syncs, answered, faults } = outcome
console.log(
  `${operations} operations on the disk, ${syncs} of them syncs; ${answered} turns answered`,
)
console.log(`${images} images, ${faults.length} faults`)
for (const fault of faults) console.log(`  ${fault}`)
if (faults.length > 0) {
  console.log(`The recording is in ${folder}`)
  process.exitCode = 1
} else rmSync(folder, { recursive: true, force: true })
