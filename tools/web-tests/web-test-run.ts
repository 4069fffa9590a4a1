import type { Engine } from './engine.ts'

/** What one run of the element's tests is given. */
export interface WebTestRun {
  readonly engines: readonly Engine[]
  /** Paths or patterns of the files of tests. */
  readonly files: readonly string[]
  /** Address of the fault proxy before the server. */
  readonly server: string
  /** Port of WebKit's driver, where WebKit is among the engines. */
  readonly webkitPort?: number
  /** Where the results are to be written. */
  readonly report: string
}

const VARIABLE = 'WEB_TEST_RUN'

/** The environment that hands a run on to the test runner. */
export function environmentOf(run: WebTestRun): Readonly<Record<string, string>> {
  return { [VARIABLE]: JSON.stringify(run) }
}

/** The run that the test runner was handed. @throws where it was started by itself */
export function givenRun(): WebTestRun {
  const text = process.env[VARIABLE]
  if (!text) throw new Error('These tests need a server: npm run test:elements starts one.')
  return JSON.parse(text) as WebTestRun
}
