import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Count } from './count.ts'

/** What is read of Vitest's JSON report. */
interface Report {
  readonly numPassedTests: number
  readonly numTotalTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
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
    const results = JSON.parse(readFileSync(report, 'utf8')) as Report
    const passed = results.numPassedTests
    const failed = results.numTotalTests - passed
    const names = failuresOf(results)
    return { passed, failed: failed === 0 && status !== 0 ? 1 : failed, names }
  } catch (reason) {
    console.error(reason)
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file that failed without a failed test in it could not be read, or broke in a hook. */
function failuresOf({ testResults }: Report): readonly string[] {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status !== 'passed')
    if (failed.length === 0 && status !== 'passed') return [name]
    return failed.map(({ fullName }) => `${name}: ${fullName}`)
  })
}
