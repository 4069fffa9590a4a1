import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Count } from './count.ts'

/** What is read of Vitest's JSON report. */
interface Report {
  readonly numPassedTests: number
  readonly numTotalTests: number
}

/**
 * Runs Vitest with its output in view and counts from its report. A test that was skipped
 * counts as failed, and so does a run that ends badly without a failed test.
 * @param node the Node to run under
 */
export function runVitest(args: readonly string[], node = process.execPath): Count {
  const folder = mkdtempSync(join(tmpdir(), 'tanggapan-test-'))
  const report = join(folder, 'report.json')
  try {
    const vitest = join('node_modules', 'vitest', 'vitest.mjs')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const { status } = spawnSync(node, [vitest, 'run', ...reporters, ...args], { stdio: 'inherit' })
    const { numPassedTests: passed, numTotalTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    ) as Report
    const failed = numTotalTests - passed
    return { passed, failed: failed === 0 && status !== 0 ? 1 : failed }
  } catch (reason) {
    console.error(reason)
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
