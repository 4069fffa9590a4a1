import { expect, test } from 'vitest'
import { runCrashImages } from '../support/crash/crash-images.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const IMAGES = 200
const READERS = 60

test.skipIf(process.platform !== 'linux')(
  `${IMAGES} power cuts between any two writes leave a whole database with every vote that was answered`,
  async () => {
    const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000)
    const folder = temporaryFolder()
    const outcome = await runCrashImages({ folder, images: IMAGES, readers: READERS, seed })
    const said = `seed ${seed} (CRASH_SEED), ${JSON.stringify(outcome, null, 2)}`
    expect(outcome.faults, said).toEqual([])
    // Otherwise there was little to lose.
    expect(outcome.answered, said).toBeGreaterThanOrEqual(READERS)
    expect(outcome.syncs, said).toBeGreaterThan(10)
  },
)
