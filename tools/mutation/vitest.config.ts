import { defineConfig } from 'vitest/config'

/** Tests of what is mutated now; see `mutation.ts`. What is built stays as it is. */
export default defineConfig({
  test: { include: (process.env['MUTATION_TESTS'] ?? '').split(' ') },
})
