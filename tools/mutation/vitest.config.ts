import { defineConfig } from 'vitest/config'

/** Tests of what is mutated now; see `mutation.ts`. What is built stays as it is. */
export default defineConfig({
  test: {
    include: (process.env['MUTATION_TESTS'] ?? '').split(' '),
    // Each change is another run: a worker for every file would take most of the time.
    isolate: false,
    // Being watched makes everything slower, and being late is not noticing: Stryker ends what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
