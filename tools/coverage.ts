import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.ts'

/*
 * `npm run coverage`: whether the fast tests go through every branch of the code that judges and
 * counts. Names the lines that are left out, and fails where there are any.
 */

/**
 * Vote, score, token, guard and standing, with all that these stand on; not what is made of the
 * figures later: reports, alerts, digests, public pages.
 */
const JUDGED = [
  'shared/*.ts',
  'server/domain/*.ts',
  'server/domain/{access,burst,chain,client,guard,moderation,opening,sample,site,verification}/*.ts',
  'server/guards/*.ts',
  'server/store/{article-row,held-drops,ledger,moderation-queries,turn-taker}.ts',
]

buildIfStale()
const vitest = join('node_modules', 'vitest', 'vitest.mjs')
const args = [
  ...['run', '--project', 'unit', 'tests/shared', 'tests/server', '--reporter=dot'],
  // Counting branches makes everything slower.
  '--testTimeout=60000',
  ...['--coverage.enabled', '--coverage.provider=v8', '--coverage.reporter=text'],
  // Where nothing is checked: a run that was broken off leaves its half there.
  '--coverage.reportsDirectory=dist/coverage',
  ...JUDGED.flatMap((files) => ['--coverage.include', files]),
  ...['--coverage.thresholds.branches=100', '--coverage.skipFull'],
]
process.exitCode = spawnSync(process.execPath, [vitest, ...args], { stdio: 'inherit' }).status ?? 1
