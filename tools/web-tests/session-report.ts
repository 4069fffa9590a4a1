import { writeFileSync } from 'node:fs'
import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner'
import type { Engine } from './engine.ts'
import { ENGINE_OF } from './launchers.ts'

export interface TestedCase {
  /** With the names of the suites that it stands in. */
  readonly name: string
  readonly passed: boolean
}

/** What one engine made of one file of tests. */
export interface TestedFile {
  readonly engine: Engine | undefined
  readonly file: string
  readonly cases: readonly TestedCase[]
  /** What went wrong outside of a test: the file could not be read, or a hook broke. */
  readonly errors: readonly string[]
}

/** Writes what became of every file in every engine when a run is over. */
export function sessionReporter(path: string): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      writeFileSync(path, JSON.stringify(sessions.map(testedFile)))
    },
  }
}

function testedFile({ browser, testFile, testResults, errors }: TestSession): TestedFile {
  return {
    engine: ENGINE_OF[browser.type],
    file: testFile,
    cases: testResults ? casesOf(testResults) : [],
    errors: errors.map(({ message }) => message),
  }
}

function casesOf({ name, tests, suites }: TestSuiteResult): readonly TestedCase[] {
  const own = tests.map((test) => ({ name: test.name, passed: test.passed && !test.skipped }))
  return [...own, ...suites.flatMap(casesOf)].map((tested) => ({
    ...tested,
    name: [name, tested.name].filter(Boolean).join(' '),
  }))
}
