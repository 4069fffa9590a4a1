import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Largest bundle for the edge, in bytes of gzip. */
const BUDGET = 400_000

test('what wrangler would deploy is at most 400 kB of gzip', () => {
  const folder = temporaryFolder()
  const wrangler = join('node_modules', 'wrangler', 'bin', 'wrangler.js')
  execFileSync(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', folder], {
    stdio: 'pipe',
    env: {
      ...process.env,
      WRANGLER_SEND_METRICS: 'false',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      WRANGLER_HIDE_BANNER: 'true',
    },
  })
  const bundle = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const bytes = bundle.map((name) => gzipSync(readFileSync(join(folder, name))).length)
  const total = bytes.reduce((sum, n) => sum + n, 0)
  console.log(`edge bundle: ${total} bytes of gzip`)
  expect(total).toBeGreaterThan(10_000)
  expect(total).toBeLessThanOrEqual(BUDGET)
})
