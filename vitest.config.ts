import { availableParallelism } from 'node:os'
import { cloudflareTest } from '@cloudflare/vitest-pool-workers'
import { defineConfig } from 'vitest/config'

/**
 * Real processes and real browsers: two files at a time, with time to start. They wait more
 * than they work; more at once would keep each other from their deadlines.
 */
const twoAtOnce = (groupOrder: number) => ({
  maxWorkers: 2,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  sequence: { groupOrder },
})

/** workerd is run without a word to the internet. */
process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false'
process.env['WRANGLER_SEND_METRICS'] = 'false'

export default defineConfig({
  test: {
    globalSetup: 'tests/support/built.ts',
    // What is waited for comes; a second, Vitest's own measure, is short on a busy machine.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 0 },
          include: ['tests/*.test.ts', 'tests/{shared,server,widget}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'system', include: ['tests/system/**/*.test.ts'], ...twoAtOnce(2) },
      },
      {
        extends: true,
        test: { name: 'end-to-end', include: ['tests/end-to-end/**/*.test.ts'], ...twoAtOnce(3) },
      },
      {
        extends: true,
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.jsonc' },
            miniflare: { bindings: { SECRET: 'a secret for tests only, 32 characters or more' } },
          }),
        ],
        test: {
          name: 'workerd',
          include: ['tests/workerd/**/*.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
