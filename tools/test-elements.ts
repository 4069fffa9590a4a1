import { parseArgs } from 'node:util'
import { buildIfStale } from './build-if-stale.ts'
import { closingLines } from './count.ts'
import { ensurePrograms } from './install-programs.ts'
import { runWebTests } from './run-web-tests.ts'
import { ENGINES, isEngine } from './web-tests/engine.ts'

/* `npm run test:elements [-- --engine chromium|firefox|webkit … FILE …]`: the element's tests. */

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { engine: { type: 'string', multiple: true } },
  })
  const engines = values.engine ?? ENGINES
  if (!engines.every(isEngine)) throw new TypeError(`--engine is one of ${ENGINES.join(', ')}`)
  ensurePrograms()
  buildIfStale()
  const count = await runWebTests(engines, positionals)
  console.log(closingLines(count))
  if (count.failed > 0) process.exitCode = 1
} catch (reason) {
  console.error((reason as Error).message)
  console.log(closingLines({ passed: 0, failed: 1 }))
  process.exitCode = 1
}
