import { esbuildPlugin } from '@web/dev-server-esbuild'
import { defaultReporter } from '@web/test-runner'
import { elementTestPage } from './tools/web-tests/element-test-page.ts'
import { launchersOf } from './tools/web-tests/launchers.ts'
import { sessionReporter } from './tools/web-tests/session-report.ts'
import { givenRun } from './tools/web-tests/web-test-run.ts'

/* The element's tests in real engines; `npm run test:elements` starts what they need. */

const run = givenRun()

export default {
  files: run.files,
  // Without Lit's and chai's development builds, which speak up on the console.
  nodeResolve: { exportConditions: ['production', 'default'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022' })],
  browsers: launchersOf(run),
  concurrentBrowsers: run.engines.length,
  // Focus, keys and a page that is really shown: one page of an engine at a time.
  concurrency: 1,
  testRunnerHtml: (framework) => elementTestPage(framework, run),
  testFramework: { config: { timeout: 30_000, forbidOnly: true, forbidPending: true } },
  testsFinishTimeout: 180_000,
  reporters: [defaultReporter({ reportTestProgress: false }), sessionReporter(run.report)],
}
