/** How a runner closed. */
export interface Count {
  readonly passed: number
  readonly failed: number
}

/** The line that every runner of ours closes with, and that the next one adds up. */
export function closingLine({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`
}

/** Adds runners up. One that ran nothing is a failure: it hides that it found no test. */
export function addCounts(counts: readonly Count[]): Count {
  return counts.reduce(
    (sum, { passed, failed }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + (passed + failed === 0 ? 1 : failed),
    }),
    { passed: 0, failed: 0 },
  )
}
