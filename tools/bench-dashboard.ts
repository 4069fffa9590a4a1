import { cleanUpOnSignal, createCleanUp } from './bench/clean-up.ts'
import { benchPages } from './bench/dashboard/bench-pages.ts'
import { HELP, readOptions } from './bench/dashboard/options.ts'
import { pageTable } from './bench/dashboard/page-table.ts'
import { buildIfStale } from './build-if-stale.ts'

/*
 * `npm run bench:dashboard`: how long every page takes on a sample while votes come in, and how long
 * the votes take meanwhile.
 */

const cleanUp = createCleanUp()
cleanUpOnSignal(cleanUp)
const options = readOptions(process.argv.slice(2))
if (options) {
  try {
    buildIfStale()
    const { text, missed } = pageTable(await benchPages(options, cleanUp), options)
    console.log(text)
    console.log(missed.length === 0 ? 'nothing missed' : `missed:\n  ${missed.join('\n  ')}`)
    if (missed.length > 0) process.exitCode = 1
  } finally {
    await cleanUp.run()
  }
} else console.log(HELP)
