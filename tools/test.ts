import { spawnSync } from 'node:child_process'
import { buildIfStale } from './build-if-stale.ts'
import { addCounts, type Count, closingLines } from './count.ts'
import { ensurePrograms } from './install-programs.ts'
import { runVitest } from './run-vitest.ts'
import { runWebTests } from './run-web-tests.ts'

/* `npm test [-- FILTER …]`: what the tests need, the check, every test, one closing line. */

/** As in vitest.config.ts. Each is a runner of its own, so that none can find no test unseen. */
const PROJECTS = ['unit', 'workerd', 'system', 'end-to-end']

function runCheck(): Count {
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'tools/check.ts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.stdout.write(stdout)
  const [, passed = '0', failed = '0'] = /(\d+) passed, (\d+) failed\s*$/.exec(stdout) ?? []
  const names = [...stdout.matchAll(/^failed: (.+)$/gm)].map(([, name = '']) => name)
  const failures = Number(failed)
  return { passed: Number(passed), failed: failures === 0 && status !== 0 ? 1 : failures, names }
}

async function runAll(): Promise<readonly Count[]> {
  const checked = runCheck()
  const projects = PROJECTS.map((name) => runVitest(['--project', name]))
  return [checked, ...projects, await runWebTests()]
}

try {
  ensurePrograms()
  buildIfStale()
  const filters = process.argv.slice(2)
  const total = addCounts(filters.length === 0 ? await runAll() : [runVitest(filters)])
  console.log(closingLines(total))
  if (total.failed > 0) process.exitCode = 1
} catch (reason) {
  console.error((reason as Error).message)
  console.log(closingLines({ passed: 0, failed: 1 }))
  process.exitCode = 1
}
